/**
 * The decision diagram of the patient on screen: for each question of the guideline, which directives hold, which are
 * open and by which fact, which do not apply. Facts can be tried out here without asking anything.
 */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { AlgorithmState, Corrections, DirectiveState, Patient } from '../api/types';
import type { PatientStrip } from '../chat/patient';
import { merge } from '../conversation';
import { icon } from '../icons';
import { algorithm } from '../styles/algorithm';
import { floating } from '../styles/floating';
import { page } from '../styles/page';
import { pieces, tokens } from '../styles/tokens';
import { View } from './view';

type Axis = AlgorithmState['axes'][number];
const FACTS_SHOWN = 3;
const STATUSES = ['holds', 'open', 'excluded'] as const;

export class AlgorithmView extends View {
  static override styles = [tokens, pieces, floating, page, algorithm];
  static override properties = { state: { state: true }, tried: { state: true }, target: { state: true }, unfolded: { state: true } };
  declare state: AlgorithmState | null;
  /** Facts set here, on top of the conversation's. */
  declare tried: Corrections;
  declare target: string;
  /** The groups of deciding facts that are shown whole. */
  declare unfolded: ReadonlySet<string>;
  private pending: AbortController | null = null;

  constructor() {
    super();
    Object.assign(this, { state: null, tried: {}, target: '', unfolded: new Set() });
  }

  async go(id: string): Promise<void> {
    this.target = id;
    await this.load();
    await this.updateComplete;
    const box = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(`d-${id}`)}`);
    const fold = box?.closest('details');
    if (fold) fold.open = true;
    box?.scrollIntoView({ block: 'center' });
    box?.focus({ preventScroll: true });
  }

  private get facts(): Patient {
    return merge(this.patient, this.tried);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('patient')) this.tried = {};
    if (changed.has('patient') || changed.has('tried') || (changed.has('chat') && this.chat)) void this.load();
  }

  readonly load = async (): Promise<void> => {
    if (!this.chat?.config) return;
    this.pending?.abort();
    const pending = (this.pending = new AbortController());
    try {
      this.state = await this.chat.client.algorithm(this.facts, pending.signal);
      this.failed = false;
    } catch {
      if (!pending.signal.aborted) this.failed = true;
    }
  };

  protected override render(): TemplateResult {
    const { words, state, chat } = this;
    if (this.failed) return this.failure(() => void this.load());
    if (!state || !chat.config) return html`<p class="quiet loading">${words.get('loading')}</p>`;
    const changed = Object.keys(this.tried).length > 0;
    const all = state.axes.flatMap(({ directives }) => directives);
    return html`
      <div class="diagram">
        <p class="intro">${words.get('algorithm_intro')}</p>
        <guiderail-patient .words=${chat.words} .facts=${chat.config.facts} .patient=${this.facts}
          .onCorrect=${(corrections: Corrections) => this.try(corrections)}></guiderail-patient>
        ${changed ? html`<div class="what-if"><span>${words.get('what_if')}</span>
          <button type="button" class="choice" @click=${() => (this.tried = {})}>${words.get('reset_facts')}</button>
          ${chat.answers.length ? html`<button type="button" class="choice primary" @click=${this.ask}>
            ${words.get('ask_with')}</button>` : nothing}</div>` : nothing}
        <p class="legend" role="status">${STATUSES.map((status) => html`<span class="key ${status}">
          <span class="swatch"></span>${words.get(`count_${status}`, { n: all.filter((d) => d.status === status).length })}</span>`)}</p>
        ${state.axes.map((axis) => this.axis(axis))}
        ${this.cardView()}
      </div>`;
  }

  private try(corrections: Corrections): void {
    const tried = { ...this.tried, ...corrections };
    const differs = ([name, value]: [string, string | null]): boolean => (this.patient[name] ?? null) !== value;
    this.tried = Object.fromEntries(Object.entries(tried).filter(differs));
  }

  private readonly ask = (): void => void this.chat.correct(this.tried);

  private axis({ axis, label, directives }: Axis): TemplateResult {
    const of = (status: DirectiveState['status']): DirectiveState[] => directives.filter((d) => d.status === status);
    const excluded = of('excluded');
    return html`
      <section class="axis" aria-labelledby="axis-${axis}">
        <h2 id="axis-${axis}"><span>${label}</span></h2>
        <ul class="branches">
          ${of('holds').map((directive) => html`<li class="branch holds">${this.box(directive)}</li>`)}
          ${byFacts(of('open')).map(([facts, group]) => html`<li class="branch open">
            <div class="decision"><span class="vh">${this.words.get('decides')}</span>${this.decisions(facts)}</div>
            <ul class="outcomes">${group.map((directive) => html`<li>${this.box(directive)}</li>`)}</ul></li>`)}
          ${excluded.length ? html`<li class="branch excluded"><details ?open=${excluded.some(({ id }) => id === this.target)}>
            <summary>${icon('block')}${this.words.get('count_excluded', { n: excluded.length })}</summary>
            ${excluded.map((directive) => this.box(directive))}</details></li>` : nothing}
        </ul>
      </section>`;
  }

  /** The facts that decide; of many only some, until the rest is asked for. */
  private decisions(facts: readonly string[]): TemplateResult[] {
    const key = facts.join(' ');
    const whole = facts.length <= FACTS_SHOWN + 1 || this.unfolded.has(key);
    const shown = (whole ? facts : facts.slice(0, FACTS_SHOWN)).map((name) => this.decision(name));
    const rest = facts.length - shown.length;
    return rest ? [...shown, html`<button type="button" class="fact rest" @click=${() =>
      (this.unfolded = new Set([...this.unfolded, key]))}>${this.words.get('more_facts', { n: rest })}</button>`] : shown;
  }

  private decision(name: string): TemplateResult {
    const label = this.chat.config?.facts.find((fact) => fact.name === name)?.label ?? name;
    const choose = (event: Event): void => {
      const strip = this.renderRoot.querySelector('guiderail-patient') as PatientStrip;
      strip.choose(name, event.currentTarget as HTMLElement);
    };
    return html`<button type="button" class="fact" aria-haspopup="dialog" @click=${choose}>${label}?</button>`;
  }

  private box({ id, title, strength, status, when, plan, sources }: DirectiveState): TemplateResult {
    const { words } = this;
    return html`
      <article id="d-${id}" tabindex="-1" aria-label="${id}: ${title}"
        class="directive ${status} ${strength} ${this.target === id ? 'target' : ''}">
        <p class="directive-head"><span class="strength">
          ${strength === 'avoid' ? icon('block') : nothing}${words.get(`strength_${strength}`)}</span>
          <span class="vh">${words.get(`status_${status}`)}</span><span class="directive-id">${id}</span></p>
        <p class="directive-title">${title}</p>
        <p class="directive-foot"><span class="quiet"><span class="when">${words.get('when')}</span>
            ${plan ? words.get('plan', { plan }) : when}</span>
          <span class="directive-sources"><span class="vh">${words.get('sources')}</span>
            ${sources.map((source) => this.cite(source))}</span></p>
      </article>`;
  }
}

/** Open directives by the facts that decide them, the fewest facts first: those are the next questions to ask. */
function byFacts(directives: readonly DirectiveState[]): [string[], DirectiveState[]][] {
  const groups = new Map<string, [string[], DirectiveState[]]>();
  for (const directive of directives) {
    const key = [...directive.open_by].sort().join(' ');
    const group = groups.get(key);
    if (group) group[1].push(directive);
    else groups.set(key, [directive.open_by, [directive]]);
  }
  return [...groups.values()].sort(([a], [b]) => a.length - b.length);
}
