import { css } from 'lit';

export const checker = css`
  .checker { padding: 16px 24px 40px; }
  .label { display: block; margin: 14px 0 4px; font-size: 13px; font-weight: 550; }
  textarea { min-height: 180px; resize: vertical; line-height: 1.55; }
  .over { color: var(--danger); font-size: 13px; }
  .actions {
    display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 10px 16px;
    margin-top: 14px; font-size: 13.5px;
  }
  .actions .primary { min-height: 34px; padding-inline: 20px; font-size: 14px; }
  .check { display: flex; flex: 1 1 240px; align-items: baseline; gap: 8px; line-height: 1.4; }
  .check input { accent-color: var(--accent); margin: 0; }
  .verdict {
    display: flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; padding: 10px 14px;
    border-radius: var(--radius); font-size: 14.5px;
  }
  .verdict p { flex: 1 1 220px; }
  .verdict .icon { width: 20px; height: 20px; }
  .verdict.pass { background: var(--accent-soft); color: var(--accent); }
  .verdict.block { background: var(--danger-soft); color: var(--danger); }
  .verdict .choice { color: var(--ink); }
  .split { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr); gap: 28px; margin-top: 16px; }
  .split > section:only-child { grid-column: 1 / -1; }
  .checked { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 15.5px; line-height: 1.7; }
  .checked mark {
    padding: 1px 0; background: var(--danger-soft); color: inherit; text-decoration: underline;
    text-decoration-color: var(--danger); text-decoration-thickness: 2px; text-underline-offset: 4px;
  }
  .checked mark.warn { background: var(--warn-soft); text-decoration-color: var(--warn); text-decoration-style: dotted; }
  .checked mark.active { background: color-mix(in srgb, var(--danger) 26%, var(--surface)); }
  .checked mark.warn.active { background: color-mix(in srgb, var(--warn) 26%, var(--surface)); }
  .tie { white-space: nowrap; }
  .mark-number {
    min-width: 24px; height: 24px; margin-inline: 3px 1px; padding: 0 6px; border: 0; border-radius: 99px;
    background: var(--danger); color: var(--surface); font-size: 12px; font-weight: 600; line-height: 1;
    vertical-align: 1px;
  }
  .mark-number.warn { background: var(--warn); }
  .findings { display: grid; gap: 10px; list-style: none; }
  .findings li { padding: 0 13px; border: 1px solid var(--line); border-radius: var(--radius); scroll-margin: 12px; }
  .findings li.active { border-color: var(--line-strong); background: var(--raised); }
  .findings .finding { border: 0; }
  .findings .said {
    display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; color: var(--muted);
    font-size: 13px;
  }
  @container (max-width: 620px) {
    .checker { padding: 14px 16px 32px; }
    .split { grid-template-columns: minmax(0, 1fr); gap: 18px; }
  }
  @media (forced-colors: active) {
    .verdict, .mark-number { border: 1px solid; }
    .checked mark { forced-color-adjust: none; background: Mark; color: MarkText; }
  }
`;
