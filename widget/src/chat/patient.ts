/** The patient as understood: a chip for each known fact, and a menu in which each can be set, changed or forgotten. */

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Corrections, Fact, Patient } from '../api/types';
import { icon } from '../icons';
import { named } from '../text/facts';
import type { Words } from '../words';
import { hide, showAt } from './place';

export class PatientStrip extends LitElement {
  static override properties = {
    words: { attribute: false }, facts: { attribute: false }, patient: { attribute: false }, note: { attribute: false },
    shown: { state: true },
  };
  declare words: Words;
  declare facts: readonly Fact[];
  declare patient: Patient;
  /** What a change does. */
  declare note: string;
  /** The facts that the menu offers: one of a chip, or all that are unknown. */
  declare shown: readonly Fact[];
  onCorrect: (corrections: Corrections) => void = () => undefined;
  private anchor: HTMLElement | null = null;

  constructor() {
    super();
    Object.assign(this, { facts: [], patient: {}, note: '', shown: [] });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words, facts, patient } = this;
    if (!facts.length) return nothing;
    const known = named(patient, facts);
    const unknown = facts.filter((fact) => !(fact.name in patient));
    return html`
      <div class="patient" part="patient" role="group" aria-label=${words.get('patient')}>
        <span class="patient-title">${icon('person')}<span>${words.get('patient')}</span></span>
        ${known.length ? nothing : html`<span class="quiet">${words.get('patient_none')}</span>`}
        ${repeat(known, ({ name }) => name, ({ name, label, valueLabel }) => html`
          <span class="chip" part="chip">
            <button type="button" class="chip-main" data-fact=${name} aria-haspopup="dialog"
              aria-label=${words.get('change_fact', { fact: label, value: valueLabel })}
              @click=${(event: Event) => this.choose(name, event.currentTarget as HTMLElement)}>
              <span>${valueLabel}</span>
            </button>
            <button type="button" class="chip-remove" aria-label=${words.get('forget_fact', { fact: label })}
              @click=${() => this.correct({ [name]: null })}>${icon('close')}</button>
          </span>`)}
        ${unknown.length ? html`<button type="button" class="chip-add" aria-haspopup="dialog"
          @click=${(event: Event) => this.open(unknown, event.currentTarget as HTMLElement)}>${icon('add')}${words.get('add_fact')}</button>` : nothing}
      </div>
      <div class="fact-menu" popover role="dialog" aria-label=${words.get('patient')} @keydown=${this.keys}>
        ${this.shown.map((fact) => this.row(fact))}
        ${this.note ? html`<p class="menu-note">${this.note}</p>` : nothing}
      </div>`;
  }

  private row(fact: Fact): TemplateResult {
    const value = this.patient[fact.name];
    return html`
      <div class="fact-row" role="group" aria-label=${fact.label}>
        <p class="fact-question">${this.shown.length === 1 ? fact.question || fact.label : fact.label}</p>
        <div class="choices">
          ${fact.values.map((choice) => html`<button type="button" class="choice" aria-pressed=${choice.value === value}
            @click=${() => this.correct({ [fact.name]: choice.value })}>${choice.label}</button>`)}
          ${value === undefined ? nothing : html`<button type="button" class="choice unknown"
            @click=${() => this.correct({ [fact.name]: null })}>${this.words.get('unknown')}</button>`}
        </div>
      </div>`;
  }

  /** The menu for one fact, beside `anchor`. */
  choose(name: string, anchor: HTMLElement): void {
    void this.open(this.facts.filter((fact) => fact.name === name), anchor);
  }

  private async open(facts: readonly Fact[], anchor: HTMLElement): Promise<void> {
    this.anchor = anchor;
    this.shown = facts;
    await this.updateComplete;
    showAt(this.menu, this.anchor);
    (this.menu.querySelector<HTMLElement>('[aria-pressed="true"]') ?? this.menu.querySelector<HTMLElement>('button'))?.focus();
  }

  private get menu(): HTMLElement {
    return this.querySelector('.fact-menu') as HTMLElement;
  }

  private correct(corrections: Corrections): void {
    const inMenu = hide(this.menu);
    const [name, value] = Object.entries(corrections)[0] ?? [];
    if (name && this.patient[name] === (value ?? undefined)) return;
    this.onCorrect(corrections);
    // The chip may be gone by now: the focus stays in the strip.
    void this.updateComplete.then(() => {
      if (inMenu || !this.anchor?.isConnected) this.querySelector<HTMLElement>('.chip-add, .chip-main')?.focus();
    });
  }

  private readonly keys = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') event.stopPropagation();
    if (!step) return;
    const buttons = [...this.menu.querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(event.target as HTMLElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  };
}
