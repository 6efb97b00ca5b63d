/** One question and its answer. Drawn again only when this turn changes, so that long conversations stay light. */

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Citation, Config, Corrections, Finding } from '../api/types';
import type { Turn } from '../conversation';
import { icon } from '../icons';
import { renderAnswer } from '../text/answer';
import { verdictSentence, withheld } from '../text/export';
import { describe } from '../text/facts';
import type { Word, Words } from '../words';
import { findingView } from './findings';
import { missingFact } from './missing';
import { noticeOf, suggestions } from './parts';
import { badges } from './statement';

/** What a turn asks of the chat around it. */
export interface TurnActions {
  cite(citation: Citation, anchor: HTMLElement, how: 'press' | 'hover' | 'follow'): void;
  leaveCite(): void;
  statement(id: string, anchor: HTMLElement): void;
  correct(corrections: Corrections): void;
  ask(question: string): void;
  retry(): void;
  copy(turn: Turn): Promise<boolean>;
  rate(turn: Turn, rating: 'up' | 'down', reason: string | null): Promise<boolean>;
}

type Panel = 'sources' | 'verdict' | 'reason' | null;
const FACTS_SHOWN = 2;
const VERSIONS = ['guideline', 'algorithm', 'index', 'model', 'program'] as const;
const REASONS = ['reason_wrong', 'reason_missing', 'reason_source', 'reason_unclear', 'reason_scope'] as const;

export class TurnView extends LitElement {
  static override properties = {
    turn: { attribute: false }, words: { attribute: false }, config: { attribute: false },
    last: { attribute: false }, gone: { attribute: false }, panel: { state: true }, copied: { state: true }, unfolded: { state: true }, thanked: { state: true },
  };
  declare turn: Turn;
  declare words: Words;
  declare config: Config | null;
  declare last: boolean;
  /** The server is not to be had just now. */
  declare gone: boolean;
  declare panel: Panel;
  declare copied: boolean;
  /** All missing facts are shown, not only the first. */
  declare unfolded: boolean;
  declare thanked: boolean;
  actions!: TurnActions;
  private drawn: { text: string; citations: readonly Citation[]; words: Words; prose: HTMLElement } | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { turn, words } = this;
    return html`
      <article class="turn" aria-label=${words.get('turn', { n: turn.key })}>
        ${this.question()}
        ${withheld(turn) ? html`<div class="withheld">${icon('warn')}<p>${words.get('withheld')}</p></div>` : this.answer()}
        ${turn.state === 'waiting' ? html`<p class="waiting"><span class="pulse"></span>${words.get('waiting')}</p>` : nothing}
        ${turn.state === 'streaming' ? html`<p class="waiting"><span class="pulse"></span>${words.get('checking')}</p>` : nothing}
        ${turn.state === 'stopped' ? this.interrupted(words.get('stopped')) : nothing}
        ${turn.state === 'failed' ? this.failed() : nothing}
        ${turn.state === 'done' ? html`${this.missing()}${this.footer()}` : nothing}
      </article>`;
  }

  private question(): TemplateResult {
    const { turn, words } = this;
    const again = describe(turn.corrections, this.config?.facts ?? [], words.get('unknown'));
    return html`
      <div class="question ${again ? 'again' : ''}" part="question">
        <h3 class="question-text"><span class="vh">${words.get('you_asked')} </span>${turn.question}</h3>
        ${again ? html`<p class="again-note">${words.get('again', { facts: again })}</p>` : nothing}
      </div>`;
  }

  private answer(): TemplateResult | typeof nothing {
    const { turn, words } = this;
    if (!turn.text) return nothing;
    const abstained = turn.response?.status === 'abstained';
    return html`
      <div class="answer ${abstained ? 'abstained' : ''}" part=${abstained ? 'abstention' : 'answer'}>
        ${abstained ? html`<p class="abstained-head">${icon('block')}${words.get('abstained')}</p>` : nothing}
        ${this.intervention()}
        <div @click=${this.onClick} @keydown=${this.onKey} @mouseover=${this.onHover} @mouseout=${this.onLeave}>${this.prose()}</div>
        ${abstained && this.last && this.config?.suggestions.length ? html`
          <p class="quiet try">${words.get('covered')}</p>
          ${suggestions(this.config.suggestions.slice(0, 3), this.actions.ask)}` : nothing}
      </div>`;
  }

  /** The same element as long as text, citations and language are the same. */
  private prose(): HTMLElement {
    const { turn: { text, citations }, words } = this;
    if (this.drawn?.text !== text || this.drawn.citations !== citations || this.drawn.words !== words) {
      const known = new Set(citations.map(({ id }) => id));
      const prose = renderAnswer(text, known, (id) => words.get('statement', { id }));
      // One tab stop for an answer's citations; the arrow keys go from one to the next.
      prose.querySelectorAll<HTMLElement>('.cite').forEach((cite, i) => (cite.tabIndex = i ? -1 : 0));
      this.drawn = { text, citations, words, prose };
    }
    return this.drawn.prose;
  }

  private intervention(): TemplateResult | typeof nothing {
    const { turn, words } = this;
    const guardrail = turn.response?.guardrail;
    if (!guardrail || guardrail.action === 'none') return nothing;
    const n = guardrail.findings.length;
    return html`
      <details class="intervention">
        <summary>${icon('warn')}<span><strong>${words.get(guardrail.action)}</strong>
          ${words.get(`${guardrail.action}_why`)}
          ${n ? html`<span class="more-link">${words.get('show_findings', { n })}</span>` : nothing}</span></summary>
        ${guardrail.findings.map((finding) => this.finding(finding))}
      </details>`;
  }

  private finding(finding: Finding): TemplateResult {
    const { turn, words, config, actions } = this;
    const given = turn.response?.patient ?? {};
    return findingView(finding, { words, facts: config?.facts ?? [], given, onStatement: actions.statement });
  }

  private missing(): TemplateResult | typeof nothing {
    const { turn, words, config, last, actions } = this;
    const facts = turn.response?.missing ?? [];
    if (!facts.length) return nothing;
    const shown = this.unfolded ? facts : facts.slice(0, FACTS_SHOWN);
    const rest = facts.length - shown.length;
    return html`<section class="missing" aria-label=${words.get('missing')}>
      <h4>${words.get('missing')}</h4>
      ${shown.map((fact) => missingFact(fact, config?.facts ?? [], words, last ? actions.correct : null, actions.statement))}
      ${rest ? html`<button type="button" class="link" @click=${() => (this.unfolded = true)}>
        ${words.get('more_missing', { n: rest })}</button>` : nothing}</section>`;
  }

  private interrupted(sentence: string): TemplateResult {
    return html`<div class="interrupted"><p>${sentence}</p>${this.retryButton()}</div>`;
  }

  private failed(): TemplateResult {
    const { turn, words, gone } = this;
    const back = turn.problem?.status === 0 && this.last && !gone;
    return html`<div class="interrupted ${back ? '' : 'failed'}">${icon('warn')}<p>${words.get(back ? 'back_again' : failure(turn))}
      ${turn.problem?.detail ? html`<span class="quiet">${turn.problem.detail}</span>` : nothing}</p>${this.retryButton()}</div>`;
  }

  private retryButton(): TemplateResult | typeof nothing {
    if (!this.last) return nothing;
    return html`<button type="button" class="choice retry" @click=${this.actions.retry}>${this.words.get('retry')}</button>`;
  }

  private footer(): TemplateResult {
    const { turn, words, panel } = this;
    const ok = !withheld(turn) && turn.response?.guardrail.action === 'none';
    const n = turn.citations.length;
    const thumb = (rating: 'up' | 'down') => html`<button type="button" class="tool small" aria-pressed=${turn.rating === rating}
      aria-label=${words.get(`rate_${rating}`)} title=${words.get(`rate_${rating}`)}
      @click=${() => this.thumb(rating)}>${icon(rating)}</button>`;
    return html`
      <div class="foot">
        <button type="button" class="foot-button verdict ${ok ? 'pass' : 'changed'}" part="verdict" aria-expanded=${panel === 'verdict'}
          @click=${() => this.toggle('verdict')}>${icon(ok ? 'rail' : 'warn')}<span>${verdictSentence(turn, words)}</span></button>
        ${n ? html`<button type="button" class="foot-button" aria-expanded=${panel === 'sources'}
          @click=${() => this.toggle('sources')}>${icon('book')}<span>${words.get('statements', { n })}</span></button>` : nothing}
        <span class="spacer"></span>
        <span class="tools">
          <button type="button" class="tool small" aria-label=${words.get('copy')} title=${words.get('copy')}
            @click=${this.copy}>${icon(this.copied ? 'check' : 'copy')}</button>${thumb('up')}${thumb('down')}
        </span>
      </div>
      ${panel === 'sources' ? this.sources() : panel === 'verdict' ? this.details() : panel === 'reason' ? this.reason() : nothing}
      ${turn.response?.notice ? html`<p class="notice">${noticeOf(this.config, words) ?? turn.response.notice}</p>` : nothing}
      ${this.thanked ? html`<p class="thanks">${words.get('thanks')}</p>` : nothing}`;
  }

  private sources(): TemplateResult {
    const { turn, words, config } = this;
    return html`<ul class="sources">${turn.citations.map((citation) => html`<li>
      <button type="button" class="cite" aria-haspopup="dialog" aria-expanded="false" aria-label=${words.get('statement', { id: citation.id })}
        @click=${(event: Event) => this.actions.cite(citation, event.currentTarget as HTMLElement, 'press')}>${citation.id}</button>
      <div><blockquote class="verbatim" lang=${config?.language ?? nothing}>${citation.quote}</blockquote>
        <p class="source-line"><span>${citation.section.replaceAll(' > ', ' › ')}</span> ${badges(citation, words)}</p></div></li>`)}</ul>`;
  }

  private details(): TemplateResult {
    const { turn, words, config } = this;
    const response = turn.response;
    const rows: [string, string][] = [
      [words.get('drafted_by'), response?.drafted_by === 'guideline' ? words.get('drafted_guideline') : (response?.drafted_by ?? '')],
      [words.get('patient'), describe(response?.patient ?? {}, config?.facts ?? []) || words.get('patient_none')],
      ...VERSIONS.map((name): [string, string] => [words.get(`version_${name}`), response?.versions?.[name] ?? '']),
      [words.get('answer_id'), response?.answer_id ?? ''],
    ];
    const notes = response?.guardrail.action === 'none' ? response.guardrail.findings : [];
    return html`<div class="details"><p>${words.get('verdict_means')}</p>
      ${notes.map((finding) => this.finding(finding))}
      <dl>${rows.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></div>`;
  }

  private reason(): TemplateResult {
    const { words } = this;
    return html`<form class="reason" @submit=${this.sendReason}>
      <p class="fact-question" id="reason-${this.turn.key}">${words.get('reason_title')}</p>
      <div class="choices">${REASONS.map((reason) => html`<button type="button" class="choice" aria-pressed="false"
        @click=${(event: Event) => press(event.currentTarget as HTMLElement)} data-reason=${words.get(reason)}>${words.get(reason)}</button>`)}</div>
      <div class="reason-line"><input name="reason" maxlength="500" autocomplete="off" aria-labelledby="reason-${this.turn.key}"
        placeholder=${words.get('reason_placeholder')} />
        <button type="submit" class="choice primary">${words.get('send_reason')}</button></div></form>`;
  }

  private toggle(panel: Panel): void {
    this.panel = this.panel === panel ? null : panel;
  }

  private async thumb(rating: 'up' | 'down'): Promise<void> {
    this.thanked = await this.actions.rate(this.turn, rating, null);
    this.panel = rating === 'down' ? 'reason' : this.panel === 'reason' ? null : this.panel;
    if (this.panel !== 'reason') return;
    this.thanked = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.reason button')?.focus();
  }

  private async sendReason(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const pressed = [...form.querySelectorAll<HTMLElement>('[data-reason][aria-pressed="true"]')];
    const picked = pressed.map((button) => button.dataset['reason'] ?? '');
    const own = (new FormData(form).get('reason') as string).trim();
    this.thanked = await this.actions.rate(this.turn, 'down', [...picked, own].filter(Boolean).join('; ') || null);
    if (this.thanked) this.panel = null;
  }

  private readonly copy = async (): Promise<void> => {
    this.copied = await this.actions.copy(this.turn);
    setTimeout(() => (this.copied = false), 1600);
  };

  private citation(event: Event): [Citation, HTMLElement] | null {
    const button = (event.target as Element).closest<HTMLElement>('.cite');
    const citation = this.turn.citations.find(({ id }) => id === button?.dataset['id']);
    return button && citation ? [citation, button] : null;
  }

  private onClick(event: Event): void {
    const cite = this.citation(event);
    if (cite) this.actions.cite(...cite, 'press');
  }

  private onHover(event: MouseEvent): void {
    const cite = this.citation(event);
    if (cite) this.actions.cite(...cite, 'hover');
  }

  private onLeave(event: MouseEvent): void {
    if (this.citation(event)) this.actions.leaveCite();
  }

  private onKey(event: KeyboardEvent): void {
    const cites = [...this.querySelectorAll<HTMLElement>('.prose .cite')];
    const at = cites.indexOf((event.target as Element).closest('.cite') as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: cites.length - 1 }[event.key];
    const next = to === undefined || at < 0 ? undefined : cites[(to + cites.length) % cites.length];
    if (!next) return;
    event.preventDefault();
    for (const cite of cites) cite.tabIndex = cite === next ? 0 : -1;
    next.focus();
    const citation = this.turn.citations.find(({ id }) => id === next.dataset['id']);
    if (citation) this.actions.cite(citation, next, 'follow');
  }
}

function press(button: HTMLElement): void {
  button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
}

/** The sentence for why there is no answer. */
export function failure({ problem }: Turn): Word {
  switch (problem?.status) {
    case 0: case 502: case 504: return 'error_gone';
    case 401: case 403: return 'error_token';
    case 429: case 503: return 'error_busy';
    default: return 'error_other';
  }
}
