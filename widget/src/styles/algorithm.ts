/** The decision diagram: a lane for each question, branches to what holds, what a fact decides, and what does not apply. */

import { css } from 'lit';

export const algorithm = css`
  .diagram { padding: 16px 24px 40px; }
  .patient { margin: 12px 0 0; padding: 8px 12px; max-height: none; border: 1px solid var(--line); border-radius: var(--radius); }
  .what-if {
    display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px; margin-top: 8px; padding: 8px 12px;
    border-radius: 8px; background: var(--warn-soft); color: var(--warn); font-size: 13.5px;
  }
  .what-if span { flex: 1 1 200px; }
  .what-if .choice:not(.primary) { color: var(--ink); }
  .legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 14px 0 4px; font-size: 13px; color: var(--muted); }
  .key { display: inline-flex; align-items: center; gap: 7px; }
  .swatch { width: 14px; height: 11px; border-radius: 3px; border: 1.5px solid var(--accent); background: var(--accent-soft); }
  .open .swatch { border-style: dashed; border-color: var(--line-strong); background: none; }
  .excluded .swatch { border-color: var(--line); background: var(--raised); }

  .axis { display: grid; grid-template-columns: 132px minmax(0, 1fr); padding: 14px 0; border-top: 1px solid var(--line); }
  .axis h2 { align-self: start; position: relative; margin-top: 7px; font-size: 14px; font-weight: 600; line-height: 1.3; }
  .axis h2 span {
    position: relative; z-index: 1; display: inline-block; padding: 5px 10px; border-radius: 7px;
    background: var(--ink); color: var(--surface);
  }
  .axis h2::after { content: ""; position: absolute; inset: 14px 0 auto 0; border-top: 1.5px solid var(--line-strong); }
  .branches { display: grid; gap: 8px; }
  .branch { --wire: var(--line-strong); position: relative; padding-inline-start: 26px; }
  .branch::before {
    content: ""; position: absolute; inset: -9px auto auto 0; width: 22px; height: 32px; border: solid var(--wire);
    border-width: 0 0 1.5px 1.5px; border-end-start-radius: 9px;
  }
  .branch:not(:last-child)::after {
    content: ""; position: absolute; inset: -9px auto -8px 0; border-inline-start: 1.5px solid var(--line-strong);
  }
  .branch:first-child::before { inset-block-start: 21px; height: 1.5px; border-end-start-radius: 0; border-width: 0 0 1.5px; }
  .branch:first-child::after { inset-block-start: 21px; }
  .branch.open { display: grid; grid-template-columns: minmax(96px, max-content) minmax(0, 1fr); gap: 0 26px; }
  .decision {
    position: relative; display: grid; align-content: start; justify-items: start; gap: 4px; max-width: 168px;
    padding-top: 8px;
  }
  .decision::before { content: ""; position: absolute; inset: 21px 0 auto; border-top: 1.5px dashed var(--line-strong); }
  .fact.rest { border-style: dashed; border-color: var(--line-strong); color: var(--muted); }
  .fact {
    position: relative; min-height: 27px; padding: 3px 10px; border: 1.5px solid var(--accent); border-radius: 99px;
    background: var(--surface); color: var(--accent); font-size: 12.5px; font-weight: 550; line-height: 1.3;
    text-align: start;
  }
  .fact::first-letter { text-transform: uppercase; }
  .fact:hover { background: var(--accent); color: var(--on-accent); }
  .outcomes { display: grid; gap: 6px; }
  .outcomes li { position: relative; }
  .outcomes li::before {
    content: ""; position: absolute; inset: 21px 100% auto -26px; width: 26px;
    border-top: 1.5px dashed var(--line-strong);
  }
  .outcomes li + li::before {
    inset-block-start: -6px; inset-inline-start: -13px; width: 13px; height: 28px; border: dashed var(--line-strong);
    border-width: 0 0 1.5px 1.5px; border-end-start-radius: 9px;
  }
  .outcomes li:not(:last-child)::after {
    content: ""; position: absolute; inset: -6px auto 0 -13px; border-inline-start: 1.5px dashed var(--line-strong);
  }
  .outcomes li:first-child:not(:last-child)::after { inset-block-start: 21px; }

  .directive {
    padding: 7px 12px 8px; border: 1px solid var(--line); border-radius: 9px; background: var(--surface);
    font-size: 14px; line-height: 1.4; scroll-margin: 60px;
  }
  .directive.holds { border: 1.5px solid var(--accent); background: var(--accent-soft); }
  .directive.holds.avoid { border-color: var(--danger); background: var(--danger-soft); }
  .directive.open { border-style: dashed; border-color: var(--line-strong); }
  .directive.target { box-shadow: 0 0 0 3px var(--mark); }
  .directive .cite:not(:hover, [aria-expanded="true"]) { background: color-mix(in srgb, var(--accent) 9%, var(--surface)); }
  .directive-head { display: flex; gap: 8px; justify-content: space-between; font-size: 12px; color: var(--muted); }
  .strength { display: inline-flex; align-items: center; gap: 4px; font-weight: 600; color: var(--accent); }
  .strength .icon { width: 12px; height: 12px; }
  .avoid .strength { color: var(--danger); }
  .must .strength { text-transform: uppercase; letter-spacing: .04em; font-size: 11.5px; }
  .excluded .strength { color: var(--muted); }
  .directive-id { font-variant-numeric: tabular-nums; }
  .directive-title { font-weight: 550; text-wrap: pretty; }
  .directive-foot {
    display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 2px 12px;
    margin-top: 2px; font-size: 12.5px;
  }
  .directive-foot .quiet { flex: 1 1 200px; }
  .when { font-style: italic; }
  .directive-sources { display: inline-flex; flex-wrap: wrap; gap: 3px; }
  .excluded details { border-radius: 8px; }
  .excluded summary {
    display: inline-flex; align-items: center; gap: 6px; min-height: 42px; padding: 2px 8px 2px 0; list-style: none;
    cursor: pointer; font-size: 13px; color: var(--muted);
  }
  .excluded summary::-webkit-details-marker { display: none; }
  .excluded summary:hover { color: var(--accent); }
  .excluded .directive { margin-bottom: 6px; background: var(--raised); }
  .excluded .directive-title { font-weight: 400; color: var(--muted); }

  @container (max-width: 620px) {
    .diagram { padding: 14px 16px 32px; }
    .axis { grid-template-columns: minmax(0, 1fr); gap: 8px; }
    .axis h2 { margin: 0; }
    .axis h2::after { display: none; }
    .branches { padding-inline-start: 10px; }
    .branch { padding-inline-start: 20px; }
    .branch::before { width: 16px; }
    .branch:first-child::before {
      inset-block-start: -9px; width: 16px; height: 32px; border-width: 0 0 1.5px 1.5px; border-end-start-radius: 9px;
    }
    .branch:first-child::after { inset-block-start: -9px; }
    .branch.open { grid-template-columns: minmax(0, 1fr); gap: 6px; }
    .decision { display: flex; flex-wrap: wrap; max-width: none; }
    .decision::before { display: none; }
    .outcomes { padding-inline-start: 18px; }
    .outcomes li::before, .outcomes li + li::before {
      inset-block-start: -7px; inset-inline-start: -12px; width: 12px; height: 28px;
      border: dashed var(--line-strong); border-width: 0 0 1.5px 1.5px; border-end-start-radius: 9px;
    }
    .outcomes li:not(:last-child)::after { inset-block-start: -7px; inset-inline-start: -12px; }
  }
  @media (forced-colors: active) {
    .axis h2 span, .swatch, .directive { border: 1px solid; }
    .directive.open { border-style: dashed; }
  }
`;
