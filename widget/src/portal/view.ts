/** What the three views beside the conversation have in common. */

import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { GuiderailChat } from '../chat/element';
import type { CitationCard } from '../chat/card';
import { asCitation } from '../chat/statement';
import type { Guideline, Patient, Statement } from '../api/types';
import { portalWords, type PortalWords } from './words';

/** Where a view asks the page to go: a statement or a directive. */
export type Target = { statement: string } | { directive: string };

export abstract class View extends LitElement {
  static override properties: PropertyDeclarations = {
    theme: { reflect: true }, words: { attribute: false }, chat: { attribute: false }, guideline: { attribute: false },
    patient: { attribute: false }, failed: { state: true },
  };
  declare theme: string;
  declare words: PortalWords;
  /** The conversation beside; its client and its table of words are used here too. */
  declare chat: GuiderailChat;
  declare guideline: Guideline | null;
  /** The conversation's patient. */
  declare patient: Patient;
  declare failed: boolean;
  onGo: (target: Target) => void = () => undefined;

  constructor() {
    super();
    Object.assign(this, { theme: 'auto', words: portalWords('en'), guideline: null, patient: {}, failed: false });
  }

  protected statements(): Map<string, Statement> {
    return new Map((this.guideline?.sections ?? []).flatMap(({ path, statements }) =>
      statements.map((statement) => [statement.id, { ...statement, section: path }])));
  }

  /** Opens the card of a statement beside what was pressed. */
  protected readonly showStatement = (id: string, anchor: HTMLElement): void => {
    const statement = this.statements().get(id);
    if (statement) this.card.press(asCitation(statement), anchor);
  };

  private get card(): CitationCard {
    return this.renderRoot.querySelector('guiderail-card') as CitationCard;
  }

  protected cardView(): TemplateResult {
    return html`<guiderail-card class="card" .words=${this.chat.words} .config=${this.chat.config}
      .onReader=${(id: string) => this.onGo({ statement: id })}></guiderail-card>`;
  }

  protected cite(id: string): TemplateResult {
    return html`<button type="button" class="cite" aria-haspopup="dialog" aria-expanded="false" aria-label=${this.chat.words.get('statement', { id })}
      @click=${(event: Event) => this.showStatement(id, event.currentTarget as HTMLElement)}>${id}</button>`;
  }

  protected failure(again: () => void): TemplateResult {
    return html`<div class="interrupted failed" role="alert"><p>${this.words.get('error')}</p>
      <button type="button" class="choice" @click=${again}>${this.words.get('try_again')}</button></div>`;
  }
}
