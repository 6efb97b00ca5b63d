/** The words that people read: one table per language, in `widget/words/`; others come by a file of the same shape. */

import { chat as de } from '../words/de.json';
import { chat as en } from '../words/en.json';

/** A sentence, or its forms by plural category of `{n}`. */
export type Entry = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Table = Readonly<Record<string, Entry>>;
export type Word = keyof typeof en;

const TABLES: Readonly<Record<string, Table>> = { en, de };

export class Words<K extends string = Word> {
  private readonly rules: Intl.PluralRules;

  constructor(readonly language: string, private readonly table: Table, private readonly fallback: Table) {
    this.rules = new Intl.PluralRules(language);
  }

  /** The table of a language tag ("de-AT" takes "de"), English where there is none. */
  static of<K extends string = Word>(tag: string, tables: Readonly<Record<string, Table>> = TABLES): Words<K> {
    const short = tag.toLowerCase().split('-')[0] ?? '';
    const [language, table] = tables[short] ? [tag, tables[short]] : ['en', tables['en'] ?? {}];
    return new Words<K>(language, table, tables['en'] ?? {});
  }

  /** A table from a file of the same shape as those here; what it leaves out stays English. */
  static async from<K extends string = Word>(url: string, tag: string, section = 'chat', english: Table = en): Promise<Words<K>> {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`The words file ${url} answered ${response.status}.`);
    return new Words<K>(tag, ((await response.json()) as Record<string, Table>)[section] ?? {}, english);
  }

  get(key: K, values: Readonly<Record<string, string | number>> = {}): string {
    const entry = this.table[key] ?? this.fallback[key] ?? key;
    const n = values['n'];
    const text = typeof entry === 'string' ? entry : (entry[this.rules.select(Number(n))] ?? entry.other ?? key);
    return text.replace(/\{(\w+)\}/g, (all, name: string) => (name in values ? String(values[name]) : all));
  }
}
