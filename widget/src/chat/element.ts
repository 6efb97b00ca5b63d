/** `<guiderail-chat>`: the chat that a portal embeds. widget/README.md documents its attributes, properties, events and parts. */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Client } from '../api/client';
import { HOME } from '../api/home';
import { TokenSource, tokenFrom, type GetToken } from '../api/token';
import type { ChatResponse, Citation, Config, Corrections, Patient } from '../api/types';
import { Conversation, type Turn } from '../conversation';
import { icon } from '../icons';
import { sheets } from '../styles/sheets';
import { copyText, verdictSentence } from '../text/export';
import { Words } from '../words';
import type { CitationCard } from './card';
import { copy } from './clipboard';
import { composer, empty, head, type Parts } from './parts';
import { hide, openDialog, showAt } from './place';
import { Presence, type Gone } from './presence';
import { take } from './print';
import { findStatement } from './statement';
import { failure, type TurnActions } from './turn';


export class GuiderailChat extends LitElement {
  static override styles = sheets;
  static override properties = {
    mode: { reflect: true }, theme: { reflect: true }, lang: { reflect: true }, api: {}, reader: {}, heading: {},
    tokenEndpoint: { attribute: 'token-endpoint' }, wordsFile: { attribute: 'words' }, open: { type: Boolean, reflect: true },
    getToken: { attribute: false }, config: { state: true }, words: { state: true }, turns: { state: true },
    known: { state: true }, status: { state: true }, alarm: { state: true }, draft: { state: true }, gone: { state: true },
  };
  /** "launcher" (a floating button that opens the chat) or "inline" (fills the element's box). */
  declare mode: 'launcher' | 'inline';
  /** "auto" follows the system. */
  declare theme: 'light' | 'dark' | 'auto';
  declare api: string | null;
  /** Where the guideline reader stands; `#s-ID` is added. */
  declare reader: string | null;
  declare heading: string | null;
  declare tokenEndpoint: string | null;
  declare wordsFile: string | null;
  declare open: boolean;
  declare getToken: GetToken | null;
  declare config: Config | null;
  /** In the language of `lang`, the page's, or the browser's. */
  declare words: Words;
  declare turns: readonly Turn[];
  declare known: Patient;
  declare status: string;
  declare alarm: string;
  declare draft: string;
  /** Why the server is not to be had just now. */
  declare gone: Gone;

  private talk!: Conversation;
  private given: Patient = {};
  private presence!: Presence;

  constructor() {
    super();
    Object.assign(this, {
      mode: 'launcher', theme: 'auto', api: null, reader: null, heading: null, tokenEndpoint: null, wordsFile: null, open: false,
      getToken: null, config: null, words: Words.of('en'), turns: [], known: {}, status: '', alarm: '', draft: '', gone: null,
    });
    // A portal may have set it before this script came: then it stands in the accessor's way.
    if (Object.hasOwn(this, 'patient')) {
      const { patient } = this;
      Reflect.deleteProperty(this, 'patient');
      this.patient = patient;
    }
  }

  /** Facts that the portal knows of the patient; they go with the first question and stay correctable. */
  set patient(patient: Patient) {
    this.given = { ...patient };
    if (this.talk) this.talk.given = this.given;
    this.refresh();
  }

  get patient(): Patient {
    return this.known;
  }

  /** The answers of this conversation, oldest first. */
  get answers(): ChatResponse[] { return this.turns.flatMap(({ response }) => response ?? []); }

  /** How this chat talks to its API, for a page that shows more of it. */
  get client(): Client { return this.talk.client; }

  async ask(question: string): Promise<void> {
    this.show();
    await this.talk.ask(question.trim());
  }

  /** Sets facts by hand (null forgets one); the last question is asked again with them. */
  async correct(corrections: Corrections): Promise<void> {
    await this.talk.correct(corrections);
  }

  show(): void {
    this.open = true;
  }

  hide(): void {
    this.open = false;
  }

  reset(): void {
    this.talk.reset();
    this.status = this.words.get('new_done');
    this.emit('guiderail-patient', { patient: this.known });
    this.composer?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The portal may set its properties right after the element is made: one turn of the loop later they are there.
    queueMicrotask(() => this.isConnected && this.connect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.presence?.close();
    this.talk?.stop();
  }

  private connect(): void {
    const { base } = this;
    const token = new TokenSource(() => this.getToken ?? (this.tokenEndpoint ? () => tokenFrom(this.tokenEndpoint ?? '') : null));
    const client = new Client(base, token);
    this.talk = new Conversation(client, `guiderail:${base}`);
    this.talk.given = this.given;
    this.talk.addEventListener('change', () => this.refresh());
    this.talk.addEventListener('start', () => this.started());
    this.talk.addEventListener('end', (event) => this.ended((event as CustomEvent<Turn>).detail));
    this.presence = new Presence(client, (config) => {
      this.config = config;
      this.emit('guiderail-ready', { config });
    }, (gone) => {
      if (this.gone && !gone && this.config) this.status = this.words.get('back_again');
      this.gone = gone;
    });
    void this.begin();
  }

  /** Takes up the history, then asks the server what it serves; once more when the portal says who is asking. */
  private async begin(): Promise<void> {
    const { talk, presence } = this;
    await talk.open();
    if (talk !== this.talk || !this.isConnected) return;
    this.emit('guiderail-patient', { patient: this.known });
    await presence.load();
  }

  private get base(): string {
    return (this.api ?? HOME).replace(/\/$/, '');
  }

  private refresh(): void {
    if (!this.talk) return;
    this.turns = this.talk.turns;
    this.known = this.talk.known;
  }

  private started(): void {
    Object.assign(this, { status: this.words.get('say_started'), alarm: '' });
    void this.updateComplete.then(() => {
      // The new question goes to the top of the view; nothing moves while the answer grows below it.
      const turn = this.log?.querySelector('guiderail-turn:last-of-type');
      if (this.log && turn instanceof HTMLElement) this.log.scrollTop = turn.offsetTop - this.log.offsetTop;
    });
  }

  private ended(turn: Turn): void {
    const { words } = this;
    if (turn.state === 'failed') {
      Object.assign(this, { status: '', alarm: words.get(failure(turn)) });
      if (turn.problem?.status === 0) this.presence.lost();
    } else if (turn.state === 'stopped') this.status = words.get('stopped');
    else {
      const abstained = turn.response?.status === 'abstained';
      const lead = abstained ? words.get('abstained') : words.get('say_done', { n: turn.citations.length });
      this.status = `${lead} ${verdictSentence(turn, words)}`;
    }
    if (turn.response) this.emit('guiderail-answer', turn.response);
    this.emit('guiderail-patient', { patient: this.known });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lang') || changed.has('wordsFile')) this.loadWords();
    const tokens = changed.has('getToken') || changed.has('tokenEndpoint');
    if (tokens && this.talk && !this.talk.turns.length) void this.begin();
  }

  private loadWords(): void {
    const tag = this.lang || document.documentElement.lang || navigator.language;
    this.words = Words.of(tag);
    if (this.wordsFile) void Words.from(this.wordsFile, tag).then((words) => (this.words = words), () => undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.mode === 'launcher' && changed.has('open')) this.toggleDialog(changed.get('open') as boolean | undefined);
  }

  private toggleDialog(was: boolean | undefined): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && this.open && !dialog.open) {
      openDialog(dialog);
      this.composer?.focus();
    } else if (dialog && !this.open && was) {
      dialog.close();
      this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus();
    }
  }

  private get composer(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  private get log(): HTMLElement | null {
    return this.renderRoot.querySelector('.log');
  }

  private get card(): CitationCard {
    return this.renderRoot.querySelector('guiderail-card') as CitationCard;
  }

  private readonly actions: TurnActions = {
    cite: (citation, anchor, how) => {
      if (how === 'press') this.card.press(citation, anchor);
      else if (how === 'hover') this.card.hover(citation, anchor);
      else if (this.card.open) this.card.hover(citation, anchor);
    },
    leaveCite: () => this.card.leave(),
    statement: (id, anchor) => void this.showStatement(id, anchor),
    correct: (corrections) => void this.correct(corrections),
    ask: (question) => void this.ask(question),
    retry: () => void this.talk.retry(),
    copy: (turn) => (this.config ? this.copied(copyText(turn, this.config, this.words)) : Promise.resolve(false)),
    rate: async (turn, rating, reason) => {
      try {
        await this.talk.rate(turn, rating, reason);
        return true;
      } catch {
        this.alarm = this.words.get('error_rating');
        return false;
      }
    },
  };

  private async copied(text: string): Promise<boolean> {
    const done = await copy(text);
    this.status = this.words.get(done ? 'copied' : 'not_copied');
    return done;
  }

  private async showStatement(id: string, anchor: HTMLElement): Promise<void> {
    const guideline = await this.talk.client.guideline().catch(() => null);
    const citation: Citation | null = guideline && findStatement(guideline, id);
    if (citation) this.card.press(citation, anchor);
  }

  /** A page that has a reader of its own handles the event; otherwise the portal's reader opens. */
  private readonly read = (id: string): void => {
    const event = new CustomEvent('guiderail-statement', { detail: { id }, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(event)) return;
    window.open(`${this.reader ?? `${this.base}/`}#s-${encodeURIComponent(id)}`, '_blank', 'noopener');
  };

  private emit(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private submit(): void {
    const question = this.draft.trim();
    if (!question || question.length > this.limit || this.talk.busy) return;
    this.draft = '';
    void this.talk.ask(question);
    this.composer?.focus();
  }

  private get limit(): number {
    return this.config?.limits?.message ?? 4000;
  }

  /** One layer at a time: card and menus take care of themselves; then the answer being written, then the panel. */
  private escaped(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || this.menu.matches(':popover-open')) return;
    if (this.talk.busy) {
      event.preventDefault();
      this.talk.stop();
    } else if (this.mode === 'launcher') {
      event.preventDefault();
      this.hide();
    }
  }

  private parts(): Parts {
    const { config, words, turns, mode, heading, draft, gone, limit } = this;
    return {
      config, words, turns, mode, heading, draft, gone, limit, busy: this.talk?.busy ?? false,
      onReset: () => this.reset(),
      onMenu: (anchor) => showAt(this.menu, anchor, 'end'),
      onTake: (how) => {
        hide(this.menu);
        if (config) take(how, turns, config, words, (text) => void this.copied(text));
      },
      onClose: () => this.hide(),
      onAsk: this.actions.ask,
      onDraft: (text) => (this.draft = text),
      onSubmit: () => this.submit(),
      onStop: () => this.talk.stop(),
    };
  }

  private get menu(): HTMLElement {
    return this.renderRoot.querySelector('.menu') as HTMLElement;
  }

  protected override render(): TemplateResult {
    const { mode, open, words } = this;
    if (mode === 'inline') {
      return html`<section class="panel" part="panel" aria-label=${words.get('name')} @keydown=${this.escaped}>${this.inside()}</section>`;
    }
    return html`
      <button type="button" class="launcher" part="launcher" aria-expanded=${open} aria-haspopup="dialog"
        @click=${() => this.show()}>${icon('rail')}<span>${words.get('launch')}</span></button>
      <dialog class="panel" part="panel" aria-label=${words.get('name')} @keydown=${this.escaped}
        @cancel=${(event: Event) => event.preventDefault()}>${this.inside()}</dialog>`;
  }

  private inside(): TemplateResult {
    const { config, words, turns } = this;
    return html`
      ${head(this.parts())}
      <guiderail-patient .words=${words} .facts=${config?.facts ?? []} .patient=${this.known}
        .note=${turns.length ? words.get('asks_again') : ''} .onCorrect=${this.actions.correct}></guiderail-patient>
      <div class="log" part="log" role="log" aria-live="off" aria-label=${words.get('transcript')} tabindex="0">
        ${turns.length ? nothing : empty(this.parts())}
        ${repeat(turns, (turn) => turn.key, (turn, i) => html`<guiderail-turn .turn=${turn} .words=${words} .config=${config}
          
          .last=${i === turns.length - 1} .gone=${this.gone !== null} .actions=${this.actions}></guiderail-turn>`)}
      </div>
      ${composer(this.parts())}
      <guiderail-card class="card" .words=${words} .config=${config} .onReader=${this.read}></guiderail-card>
      <p class="vh" role="status">${this.status}</p>
      <p class="vh" role="alert">${this.alarm}</p>`;
  }
}
