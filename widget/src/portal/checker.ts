/** The guardrail over any text: its findings marked in it, each with the patient for whom it would be wrong. */

import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../api/client';
import type { Finding, Patient, Verdict } from '../api/types';
import { findingView } from '../chat/findings';
import { icon } from '../icons';
import { checker } from '../styles/checker';
import { floating } from '../styles/floating';
import { page } from '../styles/page';
import { pieces, tokens } from '../styles/tokens';
import { describe } from '../text/facts';
import { pieces as cut } from '../text/spans';
import { View } from './view';

const LIMIT = 50_000;

export class CheckerView extends View {
  static override styles = [tokens, pieces, floating, page, checker];
  static override properties = {
    text: { state: true }, question: { state: true }, forPatient: { state: true }, verdict: { state: true },
    checking: { state: true }, problem: { state: true }, active: { state: true },
  };
  declare text: string;
  declare question: string;
  declare forPatient: boolean;
  declare verdict: Verdict | null;
  declare checking: boolean;
  declare problem: string;
  /** The number of the finding that is looked at. */
  declare active: number;
  private checkedFor: Patient = {};

  constructor() {
    super();
    Object.assign(this, { text: '', question: '', forPatient: true, verdict: null, checking: false, problem: '', active: 0 });
  }

  protected override render(): TemplateResult {
    return html`<div class="checker">
      ${this.verdict ? this.result(this.verdict) : this.form()}
      <p class="vh" role="status">${this.checking ? this.words.get('checking') : this.verdict ? this.summary(this.verdict) : ''}</p>
      <p class="vh" role="alert">${this.problem}</p>
      ${this.cardView()}</div>`;
  }

  private form(): TemplateResult {
    const { words, text, patient, chat } = this;
    const facts = chat.config?.facts ?? [];
    const known = Object.keys(patient).length > 0;
    const over = text.length - (chat.config?.limits?.text ?? LIMIT);
    return html`
      <form @submit=${this.submit}>
        <p class="intro">${words.get('check_intro')}</p>
        <label class="label" for="text">${words.get('check_text')}</label>
        <textarea id="text" rows="10" .value=${text} @keydown=${this.typed}
          @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}></textarea>
        ${over > 0 ? html`<p class="over">${words.get('too_long', { n: over })}</p>` : nothing}
        <label class="label" for="question">${words.get('check_question')}</label>
        <input id="question" .value=${this.question}
          @input=${(event: Event) => (this.question = (event.target as HTMLInputElement).value)} />
        <div class="actions">
          <label class="check ${known ? '' : 'quiet'}"><input type="checkbox" .checked=${known && this.forPatient} ?disabled=${!known}
            @change=${(event: Event) => (this.forPatient = (event.target as HTMLInputElement).checked)} />
            <span>${known
              ? html`${words.get('check_patient')}: <span class="quiet">${describe(patient, facts)}</span>`
              : words.get('check_patient_none')}</span></label>
          <button type="submit" class="choice primary" ?disabled=${!text.trim() || over > 0 || this.checking}>
            ${words.get(this.checking ? 'checking' : 'check')}</button>
        </div>
        ${this.problem ? html`<p class="interrupted failed">${icon('warn')}${this.problem}</p>` : nothing}
      </form>`;
  }

  private readonly typed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.submit(event);
  };

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.text.trim() || this.checking) return;
    Object.assign(this, { checking: true, problem: '', active: 0 });
    try {
      this.checkedFor = this.forPatient ? this.patient : {};
      this.verdict = await this.chat.client.check(this.text, this.question.trim() || null, this.checkedFor);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.verdict')?.focus();
    } catch (error) {
      this.problem = (error instanceof ApiError && error.problem.detail) || this.words.get('error_check');
    }
    this.checking = false;
  }

  private summary({ verdict, findings }: Verdict): string {
    const blocks = findings.filter(({ severity }) => severity === 'block').length;
    const notes = findings.length - blocks;
    const lead = verdict === 'pass' ? this.words.get('pass_means') : this.words.get('block_means', { n: blocks });
    return notes ? `${lead} ${this.words.get('notes', { n: notes })}.` : lead;
  }

  private result(verdict: Verdict): TemplateResult {
    const { words, chat } = this;
    const passed = verdict.verdict === 'pass';
    return html`
      <div class="verdict ${verdict.verdict}" tabindex="-1">${icon(passed ? 'rail' : 'warn')}
        <p><strong>${words.get(passed ? 'check_pass' : 'check_block')}</strong> ${this.summary(verdict)}</p>
        <button type="button" class="choice" @click=${this.edit}>${words.get('check_again')}</button></div>
      <div class="split">
        <section aria-label=${words.get('checked_text')}><p class="checked">${this.marked(verdict.findings)}</p></section>
        ${verdict.findings.length ? html`<section aria-label=${words.get('findings')}><ol class="findings">
          ${verdict.findings.map((finding, i) => html`<li id="finding-${i + 1}" tabindex="-1" class=${this.active === i + 1 ? 'active' : ''}
            @pointerenter=${() => (this.active = i + 1)} @focusin=${() => (this.active = i + 1)}>${findingView(finding, {
              words: chat.words, facts: chat.config?.facts ?? [], given: this.checkedFor, onStatement: this.showStatement,
              onRule: (directive) => this.onGo({ directive }), number: i + 1,
            })}</li>`)}</ol></section>` : nothing}
      </div>`;
  }

  /** The text, each stretch with its findings; a number after each leads to the finding. */
  private marked(findings: readonly Finding[]): TemplateResult[] {
    const numbered = findings.map((finding, i) => ({ ...finding, number: i + 1 }));
    let at = 0;
    return cut(this.text, numbered).map(({ text, within }) => {
      at += [...text].length;
      if (!within.length) return html`${text}`;
      const ending = within.filter(({ end }) => end === at);
      const severity = within.some((finding) => finding.severity === 'block') ? 'block' : 'warn';
      const active = within.some(({ number }) => number === this.active);
      const mark = (words: string): TemplateResult => html`<mark class="${severity} ${active ? 'active' : ''}"
        @pointerenter=${() => (this.active = within.at(-1)?.number ?? 0)}>${words}</mark>`;
      if (!ending.length) return mark(text);
      // A number begins no line: it is tied to the last word before it.
      const [, words = '', last = ''] = /^(.*?)(\S*\s*)$/s.exec(text) ?? [];
      const numbers = ending.map((finding) => this.numberButton(finding));
      return html`${words ? mark(words) : nothing}<span class="tie">${mark(last)}${numbers}</span>`;
    });
  }

  private numberButton({ number, severity }: Finding & { number: number }): TemplateResult {
    return html`<button type="button" class="mark-number ${severity}" aria-label=${this.words.get('finding', { n: number })}
      @click=${() => this.toFinding(number)}>${number}</button>`;
  }

  private toFinding(number: number): void {
    this.active = number;
    const finding = this.renderRoot.querySelector<HTMLElement>(`#finding-${number}`);
    finding?.scrollIntoView({ block: 'nearest' });
    finding?.focus({ preventScroll: true });
  }

  private readonly edit = async (): Promise<void> => {
    this.verdict = null;
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.focus();
  };
}
