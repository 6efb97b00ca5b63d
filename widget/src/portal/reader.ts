/** The guideline itself: every statement with its number, grade and link, searchable, the cited ones marked. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { DirectiveState, Guideline, Statement } from '../api/types';
import { badges } from '../chat/statement';
import { copy } from '../chat/clipboard';
import { icon } from '../icons';
import { pieces as cut, type Span } from '../text/spans';
import { pieces, tokens } from '../styles/tokens';
import { floating } from '../styles/floating';
import { page } from '../styles/page';
import { reader } from '../styles/reader';
import { View } from './view';

type Section = Guideline['sections'][number];

export class ReaderView extends View {
  static override styles = [tokens, pieces, floating, page, reader];
  static override properties = {
    cited: { attribute: false }, directives: { attribute: false }, target: { attribute: false },
    query: { state: true }, onlyCited: { state: true }, copied: { state: true },
  };
  declare cited: ReadonlySet<string>;
  declare directives: readonly DirectiveState[];
  /** The statement that a link led to. */
  declare target: string;
  declare query: string;
  declare onlyCited: boolean;
  declare copied: string;
  onRetry: () => void = () => undefined;

  constructor() {
    super();
    Object.assign(this, { cited: new Set(), directives: [], target: '', query: '', onlyCited: false, copied: '' });
  }

  /** Brings a statement into view and the focus to it. */
  async go(id: string): Promise<void> {
    Object.assign(this, { target: id, query: '', onlyCited: false });
    await this.updateComplete;
    const row = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(`s-${id}`)}`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('cited') && !this.cited.size) this.onlyCited = false;
  }

  protected override render(): TemplateResult {
    const { words, guideline, query, onlyCited, cited } = this;
    if (this.failed) return this.failure(this.onRetry);
    if (!guideline) return html`<p class="quiet loading">${words.get('loading')}</p>`;
    const sections = this.found();
    const n = sections.reduce((sum, { statements }) => sum + statements.length, 0);
    return html`
      <div class="bar">
        <input type="search" class="search" aria-label=${words.get('search')} placeholder=${words.get('search')} .value=${query}
          @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value)} />
        ${cited.size ? html`<button type="button" class="choice" aria-pressed=${onlyCited} title=${words.get('cited')}
          @click=${() => (this.onlyCited = !onlyCited)}>${words.get('only_cited')} · ${cited.size}</button>` : nothing}
      </div>
      <p class="vh" role="status">${query ? words.get('found', { n }) : this.copied ? words.get('link_copied') : ''}</p>
      <div class="columns">
        ${this.contents(guideline.sections)}
        <div class="text" lang=${this.chat.config?.language ?? nothing}>
          ${n ? sections.map((section, i) => this.section(section, sections[i - 1])) : html`<p class="quiet">${words.get('found_none')}</p>`}
        </div>
      </div>`;
  }

  private found(): Section[] {
    const { guideline, query, onlyCited, cited } = this;
    const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = ({ id, text }: Statement, path: string[]): boolean => {
      const all = `${id} ${text} ${path.join(' ')}`.toLowerCase();
      return terms.every((term) => all.includes(term)) && (!onlyCited || cited.has(id));
    };
    return (guideline?.sections ?? [])
      .map(({ path, statements }) => ({ path, statements: statements.filter((statement) => fits(statement, path)) }))
      .filter(({ statements }) => statements.length);
  }

  private contents(sections: readonly Section[]): TemplateResult {
    const tops = [...new Map(sections.map((section) => [section.path[0] ?? '', section])).keys()];
    return html`<nav class="contents" aria-label=${this.words.get('contents')}><ul>${tops.map((top) => html`<li>
      <button type="button" @click=${() => this.toSection(top)}>${top}</button></li>`)}</ul></nav>`;
  }

  private toSection(top: string): void {
    Object.assign(this, { query: '', onlyCited: false });
    void this.updateComplete.then(() => {
      const heading = [...this.renderRoot.querySelectorAll<HTMLElement>('h2')].find((h) => h.textContent === top);
      heading?.scrollIntoView({ block: 'start' });
      heading?.focus({ preventScroll: true });
    });
  }

  private section({ path, statements }: Section, before: Section | undefined): TemplateResult {
    const [top, ...below] = path;
    return html`
      ${top !== before?.path[0] ? html`<h2 tabindex="-1">${top}</h2>` : nothing}
      ${below.length ? html`<h3>${below.join(' › ')}</h3>` : nothing}
      ${statements.map((statement) => this.statement(statement))}`;
  }

  private statement(statement: Statement): TemplateResult {
    const { words, target, cited } = this;
    const { id } = statement;
    const users = this.directives.filter(({ sources }) => sources.includes(id));
    return html`
      <article id="s-${id}" tabindex="-1" class="statement ${cited.has(id) ? 'cited' : ''} ${target === id ? 'target' : ''}"
        aria-label=${this.chat.words.get('statement', { id })}>
        <a class="statement-link" href="#s-${id}" aria-label=${words.get('copy_link', { id })}
          @click=${() => void this.copyLink(id)}>${id}</a>
        <div>
          <p class="verbatim">${this.marked(statement.text)}</p>
          <p class="under">${badges(statement, this.chat.words)}
            ${cited.has(id) ? html`<span class="cited-mark">${icon('check')}<span>${words.get('cited')}</span></span>` : nothing}
            ${users.length ? html`<span class="users"><span class="vh">${words.get('used_by')}</span>${users.map((directive) => html`
              <button type="button" class="rule ${directive.strength}" title=${directive.title} aria-label="${directive.id}: ${directive.title}"
                @click=${() => this.onGo({ directive: directive.id })}>${directive.id}</button>`)}</span>` : nothing}</p>
        </div>
      </article>`;
  }

  /** The words searched for, marked in the text. */
  private marked(text: string): TemplateResult | string {
    const terms = this.query.toLowerCase().split(/\s+/).filter((term) => term.length > 1);
    if (!terms.length) return text;
    const lower = text.toLowerCase();
    const spans: Span[] = terms.flatMap((term) => [...lower.matchAll(new RegExp(literally(term), 'g'))].map(({ index }) =>
      ({ start: [...lower.slice(0, index)].length, end: [...lower.slice(0, index + term.length)].length })));
    return html`${cut(text, spans).map((piece) => (piece.within.length ? html`<mark>${piece.text}</mark>` : piece.text))}`;
  }

  private async copyLink(id: string): Promise<void> {
    this.copied = (await copy(`${location.origin}${location.pathname}#s-${id}`)) ? id : '';
  }
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
