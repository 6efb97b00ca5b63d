/** Line icons on a 16-unit grid, drawn in the colour of the text. */

import { html, svg, type TemplateResult } from 'lit';

const PATHS = {
  add: svg`<path d="M8 3v10M3 8h10"/>`,
  back: svg`<path d="M9.5 3.5 5 8l4.5 4.5"/>`,
  block: svg`<circle cx="8" cy="8" r="5.75"/><path d="m4 12 8-8"/>`,
  book: svg`<path d="M8 4.2C6.6 3.1 4.6 2.8 2.3 3v9.3c2.3-.2 4.3.1 5.7 1.2 1.4-1.1 3.4-1.4 5.7-1.2V3c-2.3-.2-4.3.1-5.7 1.2zm0 0v9.3"/>`,
  check: svg`<path d="m3.5 8.5 3 3 6-7"/>`,
  chevron: svg`<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`,
  close: svg`<path d="m4 4 8 8m0-8-8 8"/>`,
  copy: svg`<rect x="5.5" y="5.5" width="7.5" height="8" rx="1.5"/><path d="M10.5 3.2A1.5 1.5 0 0 0 9.2 2.5H4.5A1.5 1.5 0 0 0 3 4v5.5a1.5 1.5 0 0 0 .7 1.3"/>`,
  down: svg`<path d="M5.5 9.5 8 14c1 0 1.7-.7 1.7-1.7V10h3a1.3 1.3 0 0 0 1.3-1.5l-.8-4.7A1.5 1.5 0 0 0 11.7 2.5H5.5zm0 0h-3v-7h3"/>`,
  link: svg`<path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.8-.8"/>`,
  more: svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2"/>`,
  person: svg`<circle cx="8" cy="5.2" r="2.7"/><path d="M2.8 13.7c.5-2.7 2.5-4.2 5.2-4.2s4.7 1.5 5.2 4.2"/>`,
  pencil: svg`<path d="M8 3H4a1.5 1.5 0 0 0-1.5 1.5V12A1.5 1.5 0 0 0 4 13.5h7.5A1.5 1.5 0 0 0 13 12V8M6.5 9.5l.5-2 5.3-5.2a1 1 0 0 1 1.5 1.5L8.5 9z"/>`,
  rail: svg`<path d="M8 1.8 2.8 3.7v4.1c0 3.2 2.2 5.5 5.2 6.5 3-1 5.2-3.3 5.2-6.5V3.7z"/><path d="m5.7 8 1.7 1.7 3-3.4"/>`,
  send: svg`<path d="M8 13V3.5m0 0L4 7.5m4-4 4 4"/>`,
  stop: svg`<rect x="4.5" y="4.5" width="7" height="7" rx="1" fill="currentColor"/>`,
  up: svg`<path d="M5.5 6.5 8 2c1 0 1.7.7 1.7 1.7V6h3A1.3 1.3 0 0 1 14 7.5l-.8 4.7a1.5 1.5 0 0 1-1.5 1.3H5.5zm0 0h-3v7h3"/>`,
  warn: svg`<path d="M8 2.3 1.8 13.2h12.4zM8 6.5V9.5m0 1.8v.01"/>`,
} as const;

export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor"
    stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${PATHS[name]}</svg>`;
}
