/** Colours, type and measures. A portal overrides the `--guiderail-*` properties; the rest follows. */

import { css } from 'lit';

export const tokens = css`
  :host {
    color-scheme: light dark;
    --accent: var(--guiderail-accent, light-dark(#0c5c66, #79c8d0));
    --on-accent: var(--guiderail-on-accent, light-dark(#ffffff, #06262a));
    --surface: var(--guiderail-surface, light-dark(#ffffff, #15181b));
    --ink: var(--guiderail-ink, light-dark(#1a1f24, #e6e9ec));
    --muted: var(--guiderail-muted, light-dark(#57616b, #9ba6b0));
    --raised: light-dark(color-mix(in srgb, var(--ink) 3.5%, var(--surface)), color-mix(in srgb, var(--ink) 5%, var(--surface)));
    --line: color-mix(in srgb, var(--ink) 13%, var(--surface));
    --line-strong: color-mix(in srgb, var(--ink) 50%, var(--surface));
    --accent-soft: color-mix(in srgb, var(--accent) 10%, var(--surface));
    --mark: color-mix(in srgb, var(--accent) 17%, var(--surface));
    --warn: light-dark(#855000, #e8b65f);
    --warn-soft: light-dark(#fdf5e6, #2c2415);
    --danger: light-dark(#a32a20, #f2a096);
    --danger-soft: light-dark(#fcefed, #33201e);
    --font: var(--guiderail-font, ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
    --serif: var(--guiderail-serif, ui-serif, "Iowan Old Style", Charter, "Source Serif 4", Cambria, Georgia, serif);
    --radius: var(--guiderail-radius, 10px);
    --shadow: 0 1px 2px light-dark(#1a1f2414, #0006), 0 8px 28px light-dark(#1a1f241f, #0009);
  }
  :host([theme="light"]) { color-scheme: light; }
  :host([theme="dark"]) { color-scheme: dark; }
  *, *::before, *::after { box-sizing: border-box; }
  button, textarea, input { font: inherit; color: inherit; letter-spacing: inherit; }
  button { cursor: pointer; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
  p, h2, h3, h4, h5, ul, ol, dl, dd, blockquote { margin: 0; padding: 0; }
  ul { list-style: none; }
  .icon { flex: none; }
  .spacer { flex: 1; }
  .quiet { color: var(--muted); }
  .vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; }
  }
`;

/** What the chat and the portal page both show: buttons, statements, findings. */
export const pieces = css`
  .tool {
    display: inline-grid; place-items: center; width: 32px; height: 32px; padding: 0; border: 1px solid transparent;
    border-radius: 7px; background: none; color: var(--muted);
  }
  .tool.small { width: 28px; height: 28px; }
  .tool:hover:not(:disabled), .tool[aria-pressed="true"] {
    background: color-mix(in srgb, var(--ink) 7%, transparent); color: var(--ink);
  }
  .tool[aria-pressed="true"] { color: var(--accent); }
  .tool:disabled { opacity: .4; cursor: default; }
  .link {
    display: inline-flex; align-items: center; gap: 5px; padding: 3px 2px; border: 0; border-radius: 4px;
    background: none; color: var(--accent); white-space: nowrap;
  }
  .link:hover { text-decoration: underline; text-underline-offset: 3px; }
  .cite {
    display: inline-block; min-width: 24px; margin: 0; padding: 0 5px; border: 0; border-radius: 5px;
    background: var(--accent-soft); color: var(--accent); font-size: .8em; font-weight: 550; line-height: 1.5;
    font-variant-numeric: tabular-nums; text-align: center; vertical-align: .06em;
  }
  .cite:hover, .cite[aria-expanded="true"] { background: var(--accent); color: var(--on-accent); }
  .choices { display: flex; flex-wrap: wrap; gap: 6px; }
  .choice {
    min-height: 28px; padding: 3px 11px; border: 1px solid var(--line-strong); border-radius: 15px;
    background: var(--surface); line-height: 1.4; font-size: 13px; text-align: start;
  }
  .choice:hover { border-color: var(--accent); color: var(--accent); }
  .choice[aria-pressed="true"], .choice.primary {
    border-color: var(--accent); background: var(--accent); color: var(--on-accent);
  }
  .choice.unknown { border-style: dashed; color: var(--muted); }
  .choice:disabled { opacity: .5; cursor: default; }
  .verbatim { font-family: var(--serif); font-size: 1.03em; line-height: 1.5; text-wrap: pretty; }
  .badges { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 4px 6px; font-size: 12px; color: var(--muted); }
  .badge { padding: 0 6px; border: 1px solid var(--line-strong); border-radius: 4px; color: var(--ink); line-height: 1.5; }
  .finding { display: grid; gap: 5px; padding: 10px 0; border-top: 1px solid var(--line); font-size: 14px; line-height: 1.5; }
  .finding-head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; }
  .finding-number {
    display: inline-grid; place-items: center; min-width: 20px; height: 20px; border-radius: 99px;
    background: var(--danger); color: var(--surface); font-size: 12px; font-weight: 600;
  }
  .severity { padding: 0 6px; border-radius: 4px; font-size: 12px; line-height: 1.55; }
  .block .severity { background: var(--danger-soft); color: var(--danger); }
  .warn .severity { background: var(--warn-soft); color: var(--warn); }
  .warn .finding-number { background: var(--warn); }
  .said { padding-inline-start: 9px; border-inline-start: 2px solid var(--danger); color: var(--ink); }
  .warn .said { border-color: var(--warn); }
  .counter { padding: 6px 9px; border-radius: 6px; background: var(--raised); }
  .counter span { display: block; color: var(--muted); font-size: 12px; }
  .finding-sources { display: flex; flex-wrap: wrap; gap: 4px 6px; align-items: center; }
  @media (forced-colors: active) {
    .cite, .choice, .badge, .severity, .finding-number, .counter { border: 1px solid; }
    .choice[aria-pressed="true"], .cite[aria-expanded="true"] {
      forced-color-adjust: none; background: Highlight; color: HighlightText;
    }
  }
`;
