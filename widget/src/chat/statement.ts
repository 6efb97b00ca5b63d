/** A statement as the guideline has it: its number, its place, its words, and what they rest on. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Citation, Guideline, Statement } from '../api/types';
import type { Words } from '../words';

export function badges({ evidence, references }: Pick<Citation, 'evidence' | 'references'>, words: Words): TemplateResult | typeof nothing {
  if (!evidence?.level && !evidence?.grade && !references.length) return nothing;
  return html`<span class="badges">
    ${evidence?.level ? html`<span class="badge">${words.get('level', { level: evidence.level })}</span>` : nothing}
    ${evidence?.grade ? html`<span class="badge">${words.get('grade', { grade: evidence.grade })}</span>` : nothing}
    ${references.length ? html`<span class="refs">${words.get('references', { n: references.length, list: references.join(', ') })}</span>` : nothing}
  </span>`;
}

export function asCitation({ id, text, references, evidence, section }: Statement): Citation {
  return { id, quote: text, references, evidence, section: typeof section === 'string' ? section : section.join(' > ') };
}

export function findStatement(guideline: Guideline, id: string): Citation | null {
  for (const section of guideline.sections) {
    const statement = section.statements.find((s) => s.id === id);
    if (statement) return asCitation({ ...statement, section: section.path });
  }
  return null;
}
