/** The parts of the chat's frame, drawn from what the element knows: head, empty transcript, composer. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Config } from '../api/types';
import type { Turn } from '../conversation';
import { icon } from '../icons';
import type { Words } from '../words';
import type { Gone } from './presence';
import { WAYS, type Way } from './print';

export interface Parts {
  config: Config | null;
  words: Words;
  turns: readonly Turn[];
  mode: 'launcher' | 'inline';
  heading: string | null;
  draft: string;
  limit: number;
  busy: boolean;
  gone: Gone;
  onReset(): void;
  onMenu(anchor: Element): void;
  onTake(how: Way): void;
  onClose(): void;
  onAsk(question: string): void;
  onDraft(text: string): void;
  onSubmit(): void;
  onStop(): void;
}

export function head({ config, words, turns, mode, heading, onReset, onMenu, onTake, onClose }: Parts): TemplateResult {
  const none = !turns.length;
  const version = config && words.get('version', { version: config.guideline.version });
  return html`
    <header class="head" part="header">
      <span class="brand">${icon('rail')}</span>
      <h2 class="head-title"><span>${heading ?? config?.guideline.title ?? words.get('name')}</span>
        ${version ? html`<small part="source">${heading ? `${config?.guideline.title}, ${version}` : version}</small>` : nothing}</h2>
      <button type="button" class="tool" aria-label=${words.get('new')} title=${words.get('new')} ?disabled=${none}
        @click=${onReset}>${icon('pencil')}</button>
      <button type="button" class="tool" aria-label=${words.get('more')} title=${words.get('more')} ?disabled=${none}
        aria-haspopup="true" @click=${(event: Event) => onMenu(event.currentTarget as Element)}>${icon('more')}</button>
      ${mode === 'launcher' ? html`<button type="button" class="tool" aria-label=${words.get('close')} title=${words.get('close')}
        @click=${onClose}>${icon('close')}</button>` : nothing}
      <div class="menu" popover aria-label=${words.get('more')}>${WAYS.map((how) => html`
        <button type="button" class="menu-item" @click=${() => onTake(how)}>${words.get(`export_${how}`)}</button>`)}</div>
    </header>`;
}

/** Before the first question: what this is, what it covers, what can be asked. */
export function empty({ config, words, gone, onAsk }: Parts): TemplateResult {
  return html`
    <div class="empty" part="empty">
      <p class="empty-title">${words.get('welcome')}</p>
      ${config ? html`<p class="quiet">${config.guideline.population}</p>` : nothing}
      ${gone ? html`<p class="interrupted failed">${icon('warn')}${words.get(gone)}</p>` : nothing}
      ${config?.suggestions.length ? html`<p class="try">${words.get('try')}</p>${suggestions(config.suggestions, onAsk)}` : nothing}
      <p class="notice" part="notice">${noticeOf(config, words) ?? words.get('notice')}</p>
    </div>`;
}

/** What this is and is not, in the words of the server. */
export function noticeOf(config: Config | null, words: Words): string | undefined {
  return config?.notice?.[words.language.split('-')[0] ?? 'en'] ?? config?.notice?.['en'];
}

export function suggestions(questions: readonly string[], onAsk: (question: string) => void): TemplateResult {
  return html`<ul class="suggestions">${questions.map((question) => html`<li>
    <button type="button" @click=${() => onAsk(question)}>${question}</button></li>`)}</ul>`;
}

export function composer({ words, turns, draft, limit, busy, onDraft, onSubmit, onStop }: Parts): TemplateResult {
  const over = draft.length - limit;
  const submit = (event: Event): void => {
    event.preventDefault();
    onSubmit();
  };
  const typed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  return html`
    <form class="composer" part="composer" @submit=${submit}>
      <div class="field">
        <textarea rows="1" part="input" aria-label=${words.get('ask_label')} placeholder=${words.get(turns.length ? 'follow_up' : 'ask')}
          aria-describedby="names" .value=${draft} @keydown=${typed}
          @input=${(event: Event) => {
            const area = event.target as HTMLTextAreaElement;
            grow(area);
            onDraft(area.value);
          }}></textarea>
        ${busy
          ? html`<button type="button" class="send stop" part="stop" aria-label=${words.get('stop')} title=${words.get('stop')}
              @click=${onStop}>${icon('stop')}</button>`
          : html`<button type="submit" class="send" part="send" aria-label=${words.get('send')} title=${words.get('send')}
              ?disabled=${!draft.trim() || over > 0}>${icon('send')}</button>`}
      </div>
      <p class="fine" id="names">${over > 0 ? html`<strong>${words.get('too_long', { n: over })}</strong>` : words.get('no_names')}</p>
    </form>`;
}

/** For browsers that do not yet fit a field to its content by themselves. */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}
