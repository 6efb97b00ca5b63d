/** The patient strip and what floats above: menus and cards. Used by the chat and the portal page. */

import { css } from 'lit';

export const floating = css`
  .patient {
    display: flex; flex-wrap: wrap; align-items: center; gap: 6px; max-height: 116px; padding: 8px 16px;
    overflow-y: auto; border-bottom: 1px solid var(--line); background: var(--raised); font-size: 13px;
    line-height: 1.4;
  }
  .patient-title { display: inline-flex; align-items: center; gap: 5px; margin-inline-end: 2px; color: var(--muted); }
  .chip { display: inline-flex; border: 1px solid var(--line); border-radius: 7px; background: var(--surface); }
  .chip:hover { border-color: var(--line-strong); }
  .chip-main { min-height: 26px; padding: 1px 2px 1px 9px; border: 0; border-radius: 6px; background: none; text-align: start; }
  .chip-main span, .choice, .fact-row .fact-question { display: inline-block; }
  .chip-main span::first-letter, .choice::first-letter, .fact-question::first-letter { text-transform: uppercase; }
  .chip-remove {
    display: grid; place-items: center; width: 24px; padding: 0; border: 0; border-radius: 6px; background: none;
    color: var(--muted);
  }
  .chip-remove .icon { width: 12px; height: 12px; }
  .chip-main:hover, .chip-remove:hover { color: var(--accent); }
  .chip-add {
    display: inline-flex; align-items: center; gap: 3px; min-height: 26px; padding: 0 9px 0 6px;
    border: 1px dashed var(--line-strong); border-radius: 7px; background: none; color: var(--muted);
  }
  .chip-add .icon { width: 13px; height: 13px; }
  .chip-add:hover { color: var(--accent); border-color: var(--accent); }

  [popover] {
    position: fixed; inset: auto; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: var(--radius);
    background: var(--surface); color: var(--ink); box-shadow: var(--shadow); font: 14px/1.5 var(--font);
    overflow: auto;
  }
  [popover].sheet {
    inset: auto 0 0 0; width: 100vw; max-width: none; max-height: 75dvh;
    border-radius: calc(var(--radius) + 4px) calc(var(--radius) + 4px) 0 0;
    padding-bottom: env(safe-area-inset-bottom);
  }
  .menu { padding: 5px; min-width: 190px; }
  .menu-item {
    display: block; width: 100%; padding: 6px 10px; border: 0; border-radius: 6px; background: none;
    text-align: start;
  }
  .menu-item:hover, .menu-item:focus-visible { background: var(--accent-soft); color: var(--accent); }
  .fact-menu { width: min(380px, calc(100vw - 16px)); max-height: min(440px, 70dvh); padding: 4px 14px 0; }
  .fact-row { padding: 10px 0; border-bottom: 1px solid var(--line); }
  .fact-question { margin-bottom: 6px; font-size: 13px; font-weight: 550; }
  .menu-note { padding: 8px 0 10px; font-size: 12px; color: var(--muted); }
  .card { width: min(400px, calc(100vw - 16px)); }
  .card-head { display: flex; align-items: center; gap: 9px; padding: 8px 8px 0 14px; font-size: 12.5px; color: var(--muted); }
  .card-path { flex: 1; line-height: 1.35; }
  .statement-id { font-size: 14px; font-weight: 650; color: var(--accent); font-variant-numeric: tabular-nums; }
  .card-body { padding: 6px 14px 10px; outline: 0; }
  .card-body .verbatim { margin-bottom: 7px; font-size: 15.5px; }
  .card-foot {
    display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 12px;
    padding: 7px 14px; border-top: 1px solid var(--line); background: var(--raised); font-size: 12.5px;
  }
  .card-origin { flex: 1 1 150px; color: var(--muted); line-height: 1.35; }
  @media (forced-colors: active) {
    .chip { border: 1px solid; }
  }
`;
