/** What the views of the portal page share. */

import { css } from 'lit';

export const page = css`
  :host { display: block; font: 15px/1.55 var(--font); color: var(--ink); font-kerning: normal; container-type: inline-size; }
  .loading { padding: 24px; }
  .intro { max-width: 46em; color: var(--muted); font-size: 14px; text-wrap: pretty; }
  .interrupted {
    display: flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; margin: 16px 0; padding: 9px 12px;
    border-radius: 8px; background: var(--danger-soft); color: var(--danger); font-size: 14px;
  }
  .interrupted p { flex: 1 1 160px; }
  .interrupted .choice { color: var(--ink); }
  input:not([type="checkbox"]), textarea {
    width: 100%; padding: 7px 11px; border: 1px solid var(--line-strong); border-radius: 9px;
    background: var(--surface);
  }
  input:focus-visible, textarea:focus-visible { outline: 0; border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
  ::placeholder { color: var(--muted); opacity: 1; }
  @media (max-width: 559px) { input, textarea { font-size: 16px; } }
`;
