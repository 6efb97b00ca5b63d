/** The bundle: defines `<guiderail-chat>`. Loading it twice does no harm. */

import { css, html, LitElement, nothing, svg } from 'lit';
import { CitationCard } from './chat/card';
import { GuiderailChat } from './chat/element';
import { PatientStrip } from './chat/patient';
import { TurnView } from './chat/turn';

const ELEMENTS = {
  'guiderail-card': CitationCard, 'guiderail-patient': PatientStrip, 'guiderail-turn': TurnView, 'guiderail-chat': GuiderailChat,
};
for (const [name, element] of Object.entries(ELEMENTS)) if (!customElements.get(name)) customElements.define(name, element);

// For the portal page, see portal/lit.ts.
Reflect.set(globalThis, Symbol.for('guiderail.lit'), { css, html, LitElement, nothing, svg });
