/** The one place that talks to the API. Every failure is thrown as `ApiError` with a problem that can be shown. */

import { readEvents } from './events';
import type { TokenSource } from './token';
import type {
  AlgorithmState, ChatResponse, Citation, Config, Corrections, Finding, Guideline, Patient, Problem, Verdict,
} from './types';

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
  }

  /** No server answered, or what stands before it had none to hand on to. */
  get gone(): boolean {
    return [0, 502, 503, 504].includes(this.problem.status);
  }
}

export interface ChatRequest {
  message: string;
  conversation_id: string | null;
  patient: Corrections;
}

export type ChatEvent =
  | { type: 'meta'; conversation_id: string; answer_id: string; patient: Patient }
  | { type: 'sources'; citations: Citation[] }
  | { type: 'sentence'; text: string }
  | { type: 'finding'; finding: Finding }
  | { type: 'done'; response: ChatResponse };

export class Client {
  private guidelineOnce: Promise<Guideline> | null = null;

  constructor(readonly base: string, readonly token: TokenSource) {}

  config(): Promise<Config> {
    return this.json<Config>('/api/config');
  }

  /** Asked for once; a failure is not remembered. */
  guideline(): Promise<Guideline> {
    this.guidelineOnce ??= this.json<Guideline>('/api/guideline').catch((error: unknown) => {
      this.guidelineOnce = null;
      throw error;
    });
    return this.guidelineOnce;
  }

  algorithm(patient: Patient, signal?: AbortSignal): Promise<AlgorithmState> {
    return this.json<AlgorithmState>('/api/algorithm', { patient }, signal);
  }

  check(answer: string, question: string | null, patient: Patient, signal?: AbortSignal): Promise<Verdict> {
    return this.json<Verdict>('/api/check', { answer, question, patient }, signal);
  }

  async feedback(answer_id: string, rating: 'up' | 'down', reason: string | null): Promise<void> {
    await this.send('/api/feedback', { answer_id, rating, reason });
  }

  async alive(): Promise<boolean> {
    try {
      return (await fetch(`${this.base}/healthz`, { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  }

  /** The events of one answer, ending in `done`; an `error` event, or an end without `done`, is thrown. */
  async *chat(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    const response = await this.send('/api/chat', { ...request, stream: true }, signal, 'text/event-stream');
    if (!response.body) throw lost();
    try {
      for await (const { name, data } of readEvents(response.body)) {
        const value = JSON.parse(data) as Record<string, unknown>;
        if (name === 'error') throw new ApiError(toProblem(value['problem'] ?? value, 500));
        if (name === 'done') {
          yield { type: 'done', response: value as unknown as ChatResponse };
          return;
        }
        if (name === 'finding') yield { type: 'finding', finding: value as unknown as Finding };
        else if (name === 'meta' || name === 'sources' || name === 'sentence') yield { type: name, ...value } as ChatEvent;
      }
    } catch (error) {
      throw signal.aborted || error instanceof ApiError ? error : lost();
    }
    throw lost();
  }

  private async json<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    return (await (await this.send(path, body, signal)).json()) as T;
  }

  private async send(path: string, body?: unknown, signal?: AbortSignal, accept = 'application/json'): Promise<Response> {
    let response = await this.once(path, body, signal, accept, false);
    // A token may have run out between two questions: the portal is asked for another one, once.
    if (response.status === 401 && this.token.available) response = await this.once(path, body, signal, accept, true);
    if (response.ok) return response;
    throw new ApiError(toProblem(await response.json().catch(() => null), response.status));
  }

  private async once(path: string, body: unknown, signal: AbortSignal | undefined, accept: string, fresh: boolean): Promise<Response> {
    const headers: Record<string, string> = { accept, ...(await this.token.headers(fresh)) };
    const init: RequestInit = { headers, credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' };
    if (signal) init.signal = signal;
    if (body !== undefined) {
      init.method = 'POST';
      init.body = JSON.stringify(body);
      headers['content-type'] = 'application/json';
    }
    try {
      return await fetch(this.base + path, init);
    } catch (error) {
      throw signal?.aborted ? error : lost();
    }
  }
}

function lost(): ApiError {
  return new ApiError({ title: '', status: 0, detail: '' });
}

function toProblem(value: unknown, status: number): Problem {
  const { title, detail, status: own } = (value ?? {}) as Partial<Problem>;
  return {
    title: typeof title === 'string' ? title : '',
    detail: typeof detail === 'string' ? detail : '',
    status: typeof own === 'number' ? own : status,
  };
}
