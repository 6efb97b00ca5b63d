/** Whether the server is there: a portal may be up before it, and it may go and come back. */

import { ApiError, type Client } from '../api/client';
import type { Config } from '../api/types';
import type { Word } from '../words';

const RETRY = 4000;
const FIRST_LOOK = 1500;
const LAST_LOOK = 20_000;

export type Gone = Extract<Word, 'error_gone' | 'error_token'> | null;

export class Presence {
  private timer = 0;
  private config: Config | null = null;

  constructor(
    private readonly client: Client,
    private readonly onConfig: (config: Config) => void,
    /** Hears why the server is not to be had, and null when it is. */
    private readonly onChange: (gone: Gone) => void,
  ) {}

  /** Asks for the configuration, again and again until it is there. */
  async load(): Promise<void> {
    this.close();
    try {
      this.config = await this.client.config();
      this.onChange(null);
      this.onConfig(this.config);
    } catch (error) {
      this.onChange(error instanceof ApiError && error.problem.status === 401 ? 'error_token' : 'error_gone');
      this.timer = window.setTimeout(() => void this.load(), RETRY);
    }
  }

  /** After an answer was lost: looks at growing distances whether the server is back. */
  lost(wait = FIRST_LOOK): void {
    this.close();
    this.onChange('error_gone');
    this.timer = window.setTimeout(() => void this.look(wait), wait);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private async look(wait: number): Promise<void> {
    if (!(await this.client.alive())) this.lost(Math.min(wait * 1.6, LAST_LOOK));
    else if (this.config) this.onChange(null);
    else await this.load();
  }
}
