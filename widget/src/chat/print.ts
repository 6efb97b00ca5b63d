/** Takes a conversation out of the page: to the clipboard, a file or a printer. */

import type { Config } from '../api/types';
import type { Turn } from '../conversation';
import { renderMarkdown } from '../text/answer';
import { toJson, toMarkdown } from '../text/export';
import type { Words } from '../words';

export const WAYS = ['copy', 'print', 'md', 'json'] as const;
export type Way = (typeof WAYS)[number];

export function take(how: Way, turns: readonly Turn[], config: Config, words: Words, copy: (text: string) => void): void {
  const name = `guiderail-${config.guideline.id}-${new Date().toISOString().slice(0, 10)}`;
  if (how === 'json') return download(`${name}.json`, 'application/json', toJson(turns, config));
  const text = toMarkdown(turns, config, words);
  if (how === 'copy') copy(text);
  else if (how === 'print') print(text, config.guideline.title);
  else download(`${name}.md`, 'text/markdown', text);
}

function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const SHEET = `
  body { font: 11pt/1.5 system-ui, sans-serif; color: #000; margin: 0; }
  h1 { font-size: 15pt; } h2 { font-size: 12pt; margin: 18pt 0 4pt; }
  blockquote { margin: 6pt 0 6pt 12pt; padding-left: 8pt; border-left: 1.5pt solid #888; font-family: Georgia, serif; break-inside: avoid; }
  p, ul, ol { margin: 4pt 0; }
`;

/** Prints Markdown alone, without the page around the chat. */
function print(markdown: string, title: string): void {
  const frame = document.createElement('iframe');
  frame.className = 'guiderail-print';
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0', visibility: 'hidden' });
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  const page = frame.contentDocument;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page || !view) return;
  page.title = title;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(SHEET);
  page.adoptedStyleSheets = [sheet];
  page.body.append(page.adoptNode(renderMarkdown(markdown)));
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
