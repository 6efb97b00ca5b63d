/** A conversation, or one answer, as text that stands on its own: with quotes, versions and the guardrail's verdict. */

import type { Citation, Config } from '../api/types';
import type { Turn } from '../conversation';
import type { Words } from '../words';
import { describe } from './facts';

/** One answer for the clipboard: the answer, then every statement that it cites, verbatim. */
export function copyText(turn: Turn, config: Config, words: Words): string {
  return [turn.text.trim(), '', ...turn.citations.map((c) => `[${c.id}] ${c.quote} (${source(c, words)})`), '', origin(config, words)]
    .join('\n').trim();
}

export function toMarkdown(turns: readonly Turn[], config: Config, words: Words): string {
  const lines = [`# ${config.guideline.title}`, '', origin(config, words), ''];
  for (const turn of turns) {
    lines.push(`## ${oneLine(turn.question)}`, '');
    if (Object.keys(turn.corrections).length) lines.push(`*${words.get('again', { facts: describe(turn.corrections, config.facts) })}*`, '');
    lines.push(`*${turn.asked}*`, '', turn.text.trim() || `*${words.get('no_answer')}*`, '');
    if (turn.state === 'stopped') lines.push(`*${words.get('stopped')}*`, '');
    for (const c of turn.citations) lines.push(`> **${c.id}** ${c.quote}  `, `> ${source(c, words)}`, '');
    const response = turn.response;
    if (!response) continue;
    const known = describe(response.patient, config.facts);
    if (known) lines.push(`${words.get('patient')}: ${known}`, '');
    lines.push(`${words.get('guardrail')}: ${verdictSentence(turn, words)}`, `${words.get('answer_id')}: ${response.answer_id}`, '');
  }
  return `${lines.join('\n').trim()}\n`;
}

export function toJson(turns: readonly Turn[], config: Config): string {
  const items = turns.map(({ question, corrections, asked, state, text, citations, response, rating }) =>
    ({ question, corrections, asked, state, answer: text, citations, response, rating }));
  return `${JSON.stringify({ guideline: config.guideline, turns: items }, null, 2)}\n`;
}

export function verdictSentence(turn: Turn, words: Words): string {
  const guardrail = turn.response?.guardrail;
  if (!guardrail) return words.get('unfinished');
  if (withheld(turn)) return words.get('withheld');
  const n = guardrail.checked ?? 0;
  if (guardrail.action === 'none') return n ? words.get('passed', { n }) : words.get('passed_plain');
  return words.get(guardrail.action);
}

/** Blocked and neither revised nor replaced: such an answer is not shown, whoever sent it. */
export function withheld(turn: Turn): boolean {
  const guardrail = turn.response?.guardrail;
  return guardrail?.verdict === 'block' && guardrail.action === 'none';
}

export function source({ section, evidence, references }: Citation, words: Words): string {
  const parts = [section.replaceAll(' > ', ' › ')];
  if (evidence?.level) parts.push(words.get('level', { level: evidence.level }));
  if (evidence?.grade) parts.push(words.get('grade', { grade: evidence.grade }));
  if (references.length) parts.push(words.get('references', { n: references.length, list: references.join(', ') }));
  return parts.filter(Boolean).join('; ');
}

function origin({ name, guideline }: Config, words: Words): string {
  return words.get('origin', { name, title: guideline.title, version: guideline.version });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
