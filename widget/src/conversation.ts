/** One conversation: its turns, what the patient is known to be, and where it is kept (sessionStorage, nowhere else). */

import { ApiError, type Client } from './api/client';
import type { ChatResponse, Citation, Corrections, Finding, Patient, Problem } from './api/types';

export interface Turn {
  key: number;
  question: string;
  /** What was set by hand when the question was asked again. */
  corrections: Corrections;
  asked: string;
  state: 'waiting' | 'streaming' | 'done' | 'stopped' | 'failed';
  /** Markdown of the sentences that have arrived; each had passed the guardrail before it was sent. */
  text: string;
  citations: Citation[];
  findings: Finding[];
  response: ChatResponse | null;
  problem: Problem | null;
  rating: 'up' | 'down' | null;
}

interface Kept {
  id: string | null;
  patient: Patient;
  subject: string | null;
  turns: Turn[];
}

/** Fires `change` (detail: the turn that changed, or null for more) and `start`, `end` (detail: the turn). */
export class Conversation extends EventTarget {
  turns: readonly Turn[] = [];
  patient: Patient = {};
  /** What the portal knows of the patient; sent with the first question of a conversation. */
  given: Patient = {};
  private pending: Corrections = {};
  private id: string | null = null;
  private subject: string | null = null;
  private abort: AbortController | null = null;

  constructor(public client: Client, private readonly store: string) {
    super();
  }

  /** Takes up what this tab has kept, unless it was another person's. */
  async open(): Promise<void> {
    await this.client.token.headers();
    this.restore();
    this.changed(null);
  }

  get last(): Turn | undefined {
    return this.turns.at(-1);
  }

  get busy(): boolean {
    return this.abort !== null;
  }

  /** Known facts, with those on top that wait for the next question. */
  get known(): Patient {
    return merge({ ...(this.id ? {} : this.given), ...this.patient }, this.pending);
  }

  /** Asks; `corrections` are facts set by hand. Resolves when the answer has ended, in whatever way. */
  async ask(question: string, corrections: Corrections = {}): Promise<void> {
    if (this.busy) this.stop();
    const turn: Turn = {
      key: (this.last?.key ?? 0) + 1, question, corrections, asked: new Date().toISOString(), state: 'waiting',
      text: '', citations: [], findings: [], response: null, problem: null, rating: null,
    };
    this.turns = [...this.turns, turn];
    await this.run(turn);
  }

  /** Sets facts by hand, which asks the last question again, or waits for the first one. */
  async correct(corrections: Corrections): Promise<void> {
    const last = this.last;
    if (last) return this.ask(last.question, { ...(last.response ? {} : last.corrections), ...corrections });
    this.pending = { ...this.pending, ...corrections };
    this.changed(null);
  }

  /** The failed or stopped last question once more, in its place. */
  async retry(): Promise<void> {
    const last = this.last;
    if (!last || this.busy) return;
    const fresh: Turn = { ...last, state: 'waiting', text: '', citations: [], findings: [], problem: null };
    this.turns = [...this.turns.slice(0, -1), fresh];
    await this.run(fresh);
  }

  stop(): void {
    this.abort?.abort();
    this.abort = null;
  }

  reset(): void {
    this.stop();
    Object.assign(this, { turns: [], patient: {}, pending: {}, id: null });
    this.keep();
    this.changed(null);
  }

  async rate(turn: Turn, rating: 'up' | 'down', reason: string | null): Promise<void> {
    if (!turn.response) return;
    await this.client.feedback(turn.response.answer_id, rating, reason);
    this.update(turn.key, { rating });
  }

  private async run(turn: Turn): Promise<void> {
    const abort = new AbortController();
    this.abort = abort;
    const { key } = turn;
    this.keep();
    this.changed(turn);
    this.dispatchEvent(new CustomEvent('start', { detail: turn }));
    try {
      await this.stream(turn, abort.signal).catch((error: unknown) => {
        if (!(error instanceof ApiError && error.problem.status === 404 && this.id)) throw error;
        // The server keeps conversations for some days only: this one goes on as a new one, with the same patient.
        this.id = null;
        return this.stream(turn, abort.signal);
      });
    } catch (error) {
      if (abort.signal.aborted) this.update(key, { state: 'stopped' });
      else this.update(key, { state: 'failed', problem: problemOf(error) });
    }
    if (this.abort === abort) this.abort = null;
    this.keep();
    const ended = this.turns.find((t) => t.key === key);
    this.changed(ended ?? null);
    if (ended) this.dispatchEvent(new CustomEvent('end', { detail: ended }));
  }

  private async stream(turn: Turn, signal: AbortSignal): Promise<void> {
    const { key } = turn;
    const patient = { ...(this.id ? {} : { ...this.given, ...this.patient }), ...this.pending, ...turn.corrections };
    this.knowSubject();
    for await (const event of this.client.chat({ message: turn.question, conversation_id: this.id, patient }, signal)) {
      this.knowSubject();
      const now = this.turns.find((t) => t.key === key);
      if (!now || signal.aborted) return;
      if (event.type === 'meta') {
        // The conversation exists for the server once its first answer is whole; until then it has no id here.
        Object.assign(this, { patient: event.patient, pending: {} });
        this.update(key, { state: 'streaming' });
      } else if (event.type === 'sources') this.update(key, { citations: event.citations });
      else if (event.type === 'sentence') this.update(key, { text: now.text + event.text });
      else if (event.type === 'finding') this.update(key, { findings: [...now.findings, event.finding] });
      else {
        const { response } = event;
        Object.assign(this, { id: response.conversation_id, patient: response.patient, pending: {} });
        this.update(key, {
          state: 'done', response, text: response.answer, citations: response.citations, findings: response.guardrail.findings,
        });
      }
    }
  }

  /** Another person's token on the same computer: what the one before asked is not theirs to see. */
  private knowSubject(): void {
    const { subject } = this.client.token;
    if (subject && this.subject && subject !== this.subject) {
      this.turns = this.turns.slice(-1);
      Object.assign(this, { id: null, patient: {} });
    }
    this.subject = subject ?? this.subject;
  }

  private update(key: number, part: Partial<Turn>): void {
    this.turns = this.turns.map((turn) => (turn.key === key ? { ...turn, ...part } : turn));
    if (part.rating) this.keep();
    this.changed(this.turns.find((turn) => turn.key === key) ?? null);
  }

  private changed(turn: Turn | null): void {
    this.dispatchEvent(new CustomEvent('change', { detail: turn }));
  }

  /** In a sandboxed frame, or with site data blocked, there is no storage: the conversation then lives with the page. */
  private keep(): void {
    const kept: Kept = { id: this.id, patient: this.patient, subject: this.subject, turns: [...this.turns] };
    try {
      if (this.turns.length) sessionStorage.setItem(this.store, JSON.stringify(kept));
      else sessionStorage.removeItem(this.store);
    } catch {
      return;
    }
  }

  private restore(): void {
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.store) ?? 'null') as Kept | null;
      if (!kept || (kept.subject && kept.subject !== this.client.token.subject)) return;
      Object.assign(this, { id: kept.id, patient: kept.patient, subject: kept.subject });
      this.turns = kept.turns.map((turn) =>
        turn.state === 'waiting' || turn.state === 'streaming' ? { ...turn, state: 'stopped' } : turn);
    } catch {
      return;
    }
  }
}

/** Facts with corrections on top; null takes a fact away. */
export function merge(patient: Patient, corrections: Corrections): Patient {
  const facts = Object.entries({ ...patient, ...corrections });
  return Object.fromEntries(facts.filter((fact): fact is [string, string] => fact[1] !== null));
}

function problemOf(error: unknown): Problem {
  return error instanceof ApiError ? error.problem : { title: '', status: -1, detail: '' };
}
