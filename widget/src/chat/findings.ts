/** The guardrail's findings, in plain words: shown by the chat and by the checker. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Fact, Finding, Patient } from '../api/types';
import { describe } from '../text/facts';
import type { Words } from '../words';

export interface FindingContext {
  words: Words;
  facts: readonly Fact[];
  onStatement: (id: string, anchor: HTMLElement) => void;
  onRule?: (id: string) => void;
  /** What was known of the patient: a counterexample adds to it. */
  given: Patient;
  /** Its number, where the findings are numbered. */
  number?: number;
}

export function findingView(finding: Finding, { words, facts, onStatement, onRule, given, number }: FindingContext): TemplateResult {
  const counter = Object.entries(finding.counterexample ?? {});
  const added = Object.fromEntries(counter.filter(([name, value]) => given[name] !== value));
  const more = Object.keys(added).length;
  const rest = more === counter.length ? nothing : words.get(more ? 'otherwise_given' : 'as_given');
  return html`
    <div class="finding ${finding.severity}">
      <p class="finding-head">
        ${number ? html`<span class="finding-number">${number}</span>` : nothing}
        <strong>${words.get(`kind_${finding.kind}`)}</strong>
        <span class="severity">${words.get(`severity_${finding.severity}`)}</span>
      </p>
      ${finding.text ? html`<blockquote class="said">${finding.text}</blockquote>` : nothing}
      <p>${finding.message}</p>
      ${counter.length ? html`<p class="counter"><span>${words.get('counterexample')}</span>
        <strong>${describe(added, facts)}</strong> ${rest}</p>` : nothing}
      ${finding.sources.length || finding.rule ? html`<p class="finding-sources"><span class="quiet">${words.get('see')}</span>
        ${finding.sources.map((id) => html`<button type="button" class="cite" data-id=${id}
          aria-label=${words.get('statement', { id })} aria-haspopup="dialog" aria-expanded="false"
          @click=${(event: Event) => onStatement(id, event.currentTarget as HTMLElement)}>${id}</button>`)}
        ${finding.rule ? rule(finding.rule, words, onRule) : nothing}</p>` : nothing}
    </div>`;
}

function rule(id: string, words: Words, onRule?: (id: string) => void): TemplateResult {
  const name = words.get('rule', { id });
  if (!onRule) return html`<span class="quiet">${name}</span>`;
  return html`<button type="button" class="link" @click=${() => onRule(id)}>${name}</button>`;
}
