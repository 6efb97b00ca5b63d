import { css } from 'lit';

export const reader = css`
  .bar {
    position: sticky; top: 0; z-index: 1; display: flex; align-items: center; gap: 8px; padding: 12px 24px;
    background: var(--surface); border-bottom: 1px solid var(--line);
  }
  .bar .search { flex: 1; }
  .bar .choice { flex: none; min-height: 34px; }
  .columns { display: grid; grid-template-columns: 168px minmax(0, 1fr); gap: 0 28px; padding: 4px 24px 40px; }
  .contents {
    position: sticky; top: 74px; align-self: start; max-height: calc(100cqh - 80px); padding-top: 18px;
    font-size: 13px; line-height: 1.35;
  }
  .contents button {
    width: 100%; padding: 5px 8px; border: 0; border-radius: 6px; background: none; color: var(--muted);
    text-align: start;
  }
  .contents button:hover { background: var(--accent-soft); color: var(--accent); }
  .text { max-width: 46em; }
  h2 {
    scroll-margin-top: 70px; margin: 26px 0 4px; padding-bottom: 5px; border-bottom: 1px solid var(--line);
    font-size: 17px; font-weight: 650; letter-spacing: -.01em; line-height: 1.3; outline-offset: 4px;
  }
  .text > h2:first-child { margin-top: 16px; }
  h3 { margin: 16px 0 0; font-size: 13px; font-weight: 600; color: var(--muted); }
  .statement {
    position: relative; display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 8px; padding: 8px 0;
    scroll-margin: 80px;
  }
  .statement { margin-inline: -10px; padding-inline: 10px; border-radius: 8px; }
  .statement.target { background: var(--mark); }
  .statement .verbatim { font-size: 16px; }
  .statement-link {
    padding-top: 2px; color: var(--muted); font-size: 13px; font-weight: 600; font-variant-numeric: tabular-nums;
    text-decoration: none;
  }
  .statement-link:hover { color: var(--accent); text-decoration: underline; text-underline-offset: 3px; }
  .cited::before {
    content: ""; position: absolute; inset: 8px auto 8px -4px; width: 3px; border-radius: 3px;
    background: var(--accent);
  }
  .cited .statement-link { color: var(--accent); }
  .under {
    display: flex; flex-wrap: wrap; align-items: center; gap: 2px 12px; margin-top: 2px; font-size: 12px;
    color: var(--muted);
  }
  .cited-mark { display: inline-flex; align-items: center; gap: 3px; color: var(--accent); }
  .cited-mark .icon { width: 12px; height: 12px; }
  .users { display: inline-flex; flex-wrap: wrap; gap: 4px; }
  .rule {
    min-width: 24px; min-height: 24px; padding: 0 5px; border: 0; border-radius: 4px; background: none;
    color: var(--muted); font-size: 12px; font-variant-numeric: tabular-nums;
  }
  .rule:hover { background: var(--accent-soft); color: var(--accent); }
  mark { border-radius: 2px; background: light-dark(#ffe9a8, #5b4a12); color: inherit; }
  @container (max-width: 620px) {
    .bar { padding: 10px 16px; }
    .columns { grid-template-columns: minmax(0, 1fr); padding: 0 16px 32px; }
    .contents { display: none; }
    .statement { grid-template-columns: 34px minmax(0, 1fr); }
  }
  @media print { .bar, .contents { display: none; } }
`;
