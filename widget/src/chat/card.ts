/** The citation card: one per chat, moved to whichever citation is looked at. */

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Citation, Config } from '../api/types';
import type { Words } from '../words';
import { icon } from '../icons';
import { hide, showAt } from './place';
import { badges } from './statement';

const HOVER_IN = 180;
const HOVER_OUT = 260;

/** Previews on hover without moving focus; stays when pressed, and then gives the focus back on closing. */
export class CitationCard extends LitElement {
  static override properties = { words: { attribute: false }, config: { attribute: false }, citation: { state: true } };
  declare words: Words;
  declare config: Config | null;
  declare citation: Citation | null;
  /** Opens the statement in the guideline reader. */
  onReader: (id: string) => void = () => undefined;

  private anchor: HTMLElement | null = null;
  private pinned = false;
  private timer = 0;
  private listening: AbortController | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('popover', 'manual');
    this.setAttribute('role', 'dialog');
    this.addEventListener('pointerenter', () => clearTimeout(this.timer));
    this.addEventListener('pointerleave', () => this.leave());
    this.listening = new AbortController();
    const options = { capture: true, passive: true, signal: this.listening.signal };
    document.addEventListener('pointerdown', this.outside, options);
    // A card that was only looked at has no focus: Escape closes it wherever the focus is, and nothing else with it.
    document.addEventListener('keydown', this.escape, { capture: true, signal: this.listening.signal });
    this.getRootNode().addEventListener('scroll', this.moved, options);
    window.addEventListener('resize', this.moved, options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening?.abort();
  }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    event.stopPropagation();
    this.close(this.pinned);
  };

  /** What it stands beside has moved: it follows as long as that can be seen. */
  private readonly moved = (event: Event): void => {
    if (!this.open || (event.target instanceof Node && this.contains(event.target))) return;
    const at = this.anchor?.getBoundingClientRect();
    const pane = (event.target instanceof Element ? event.target : document.documentElement).getBoundingClientRect();
    if (!at || at.bottom < Math.max(pane.top, 0) || at.top > Math.min(pane.bottom, innerHeight)) this.close(false);
    else showAt(this, this.anchor as HTMLElement);
  };

  private readonly outside = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(this) && !(this.anchor && path.includes(this.anchor))) this.close(false);
  };

  get open(): boolean {
    return this.matches(':popover-open');
  }

  hover(citation: Citation, anchor: HTMLElement): void {
    clearTimeout(this.timer);
    if (this.pinned && this.open) return;
    this.timer = window.setTimeout(() => void this.show(citation, anchor, false), HOVER_IN);
  }

  leave(): void {
    clearTimeout(this.timer);
    if (!this.pinned) this.timer = window.setTimeout(() => this.close(false), HOVER_OUT);
  }

  /** A press: opens and stays, or closes if it is this citation's card that stays already. */
  press(citation: Citation, anchor: HTMLElement): void {
    clearTimeout(this.timer);
    if (this.open && this.pinned && this.anchor === anchor) this.close(true);
    else void this.show(citation, anchor, true);
  }

  close(refocus: boolean): void {
    clearTimeout(this.timer);
    this.anchor?.setAttribute('aria-expanded', 'false');
    if (hide(this) && refocus) this.anchor?.focus({ preventScroll: true });
    this.pinned = false;
  }

  private async show(citation: Citation, anchor: HTMLElement, pin: boolean): Promise<void> {
    this.anchor?.setAttribute('aria-expanded', 'false');
    Object.assign(this, { citation, anchor, pinned: pin });
    this.setAttribute('aria-label', this.words.get('statement', { id: citation.id }));
    await this.updateComplete;
    if (!anchor.isConnected) return;
    showAt(this, anchor);
    anchor.setAttribute('aria-expanded', 'true');
    if (pin) this.querySelector<HTMLElement>('.card-body')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words, citation, config } = this;
    if (!citation) return nothing;
    const path = citation.section.split(' > ').join(' › ');
    return html`
      <div class="card-head">
        <span class="statement-id">${citation.id}</span>
        <span class="card-path">${path}</span>
        <button type="button" class="tool small" aria-label=${words.get('close')} @click=${() => this.close(true)}>${icon('close')}</button>
      </div>
      <div class="card-body" tabindex="-1">
        <blockquote class="verbatim" lang=${config?.language ?? nothing}>${citation.quote}</blockquote>
        ${badges(citation, words)}
      </div>
      <div class="card-foot">
        <span class="card-origin">${config ? `${config.guideline.title}, ${words.get('version', { version: config.guideline.version })}` : ''}</span>
        <button type="button" class="link" @click=${() => this.read(citation.id)}>${icon('book')}${words.get('open_reader')}</button>
      </div>`;
  }

  private read(id: string): void {
    this.close(false);
    this.onReader(id);
  }
}
