/** A fact that nobody has stated and that would change the answer: what each value would change, one tap away. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Corrections, Fact, MissingFact } from '../api/types';
import type { Words } from '../words';

type OnStatement = (id: string, anchor: HTMLElement) => void;

/** `onCorrect` is null where it can no longer be answered: below an answer that is not the last. */
export function missingFact(
  { fact, question, changes, values }: MissingFact, facts: readonly Fact[], words: Words,
  onCorrect: ((corrections: Corrections) => void) | null, onStatement: OnStatement,
): TemplateResult {
  const rest = new Set(changes);
  const choices = (values ?? facts.find(({ name }) => name === fact)?.values ?? []).map(({ value, label }) => {
    const change = changes.find((text) => text.toLowerCase().startsWith(`${label.toLowerCase()}: `)) ?? '';
    rest.delete(change);
    return { value, label, change: change.slice(change ? label.length + 2 : 0) };
  });
  const some = choices.some(({ change }) => change);
  return html`
    <div class="missing-fact" role="group" aria-label=${question}>
      <p class="fact-question">${question}</p>
      ${[...rest].map((text) => html`<p class="change">${cited(text, words, onStatement)}</p>`)}
      <ul class="outcomes">${choices.map(({ value, label, change }) => html`<li>
        ${onCorrect
          ? html`<button type="button" class="choice" @click=${() => onCorrect({ [fact]: value })}>${label}</button>`
          : html`<span class="value">${label}</span>`}
        ${change || some ? html`<span class="change">${change ? cited(change, words, onStatement) : words.get('no_change')}</span>` : nothing}</li>`)}</ul>
    </div>`;
}

/** A plain sentence in which statements are cited as in an answer; a citation begins no line. */
function cited(text: string, words: Words, onStatement: OnStatement): (string | TemplateResult)[] {
  const cite = (id: string): TemplateResult => html`<button type="button" class="cite" data-id=${id}
    aria-label=${words.get('statement', { id })} aria-haspopup="dialog" aria-expanded="false"
    @click=${(event: Event) => onStatement(id, event.currentTarget as HTMLElement)}>${id}</button>`;
  // Four parts each: text, the word before, ids, what closes the sentence.
  return text.split(/(\S*)\s*\[(\d[\w., ]*)\]([.,;:!?]*)/).flatMap((part, i, parts) => {
    if (i % 4 === 0) return part;
    if (i % 4 !== 1) return [];
    return html`<span class="tie">${part} ${(parts[i + 1] ?? '').split(/, ?/).map(cite)}${parts[i + 2]}</span>`;
  });
}
