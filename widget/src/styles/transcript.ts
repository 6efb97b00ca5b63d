/** The transcript: questions, answers, what belongs to an answer. */

import { css } from 'lit';

export const transcript = css`
  .log {
    flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin;
    container-type: size; padding: 0 16px; outline-offset: -3px;
  }
  guiderail-turn { display: block; padding: 16px 0 14px; }
  guiderail-turn + guiderail-turn { border-top: 1px solid var(--line); }
  guiderail-turn:last-of-type:not(:first-of-type) { min-height: 100cqh; }
  guiderail-turn:not(:last-of-type) { content-visibility: auto; contain-intrinsic-size: auto 320px; }
  .turn { display: grid; gap: 10px; max-width: 44em; margin: 0 auto; }

  .question {
    justify-self: end; max-width: 88%; padding: 7px 13px; border-radius: 14px 14px 4px 14px;
    background: color-mix(in srgb, var(--ink) 6.5%, var(--surface));
  }
  .question-text { font-size: 15px; font-weight: 400; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; }
  .question.again .question-text {
    color: var(--muted); font-size: 13px; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical;
    overflow: hidden;
  }
  .again-note { font-size: 14px; font-weight: 550; }

  .prose { overflow-wrap: anywhere; text-wrap: pretty; hanging-punctuation: first; }
  .prose > * + * { margin-top: .6em; }
  .prose ul, .prose ol { padding-inline-start: 1.25em; list-style: disc; }
  .prose ol { list-style: decimal; }
  .prose li + li { margin-top: .25em; }
  .prose li::marker { color: var(--muted); }
  .prose h4 { font-size: 1em; font-weight: 650; }
  .prose strong { font-weight: 650; }
  .prose pre, .prose code { font-size: .9em; white-space: pre-wrap; }
  .prose table { border-collapse: collapse; font-size: .95em; }
  .prose th, .prose td { padding: 3px 9px; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
  .tie { white-space: nowrap; }
  .claim .tie + .tie { margin-inline-start: 3px; }
  .claim {
    border-radius: 3px; transition: background-color .12s; box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  .claim:has(.cite:hover, .cite:focus-visible, .cite[aria-expanded="true"]) { background: var(--mark); }

  .abstained {
    padding: 12px 14px; border: 1px dashed var(--line-strong); border-radius: var(--radius);
    background: var(--raised);
  }
  .abstained-head { display: flex; align-items: center; gap: 7px; margin-bottom: 5px; font-weight: 600; color: var(--muted); }
  .try { margin-top: 10px; font-size: 13px; color: var(--muted); }
  .withheld, .interrupted {
    display: flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; padding: 9px 12px; border-radius: 8px;
    background: var(--warn-soft); color: var(--warn); font-size: 14px; line-height: 1.45;
  }
  .withheld p, .interrupted p { flex: 1 1 160px; }
  .interrupted .quiet { display: block; color: inherit; opacity: .9; font-size: 13px; }
  .failed, .withheld { background: var(--danger-soft); color: var(--danger); }
  .retry { color: var(--ink); }
  .waiting { display: flex; align-items: center; gap: 9px; font-size: 14px; color: var(--muted); }
  .pulse { width: 7px; height: 7px; border-radius: 9px; background: var(--accent); animation: pulse 1.3s ease-in-out infinite; }
  @keyframes pulse { 50% { opacity: .25; transform: scale(.8); } }

  .intervention { margin-bottom: 9px; border-radius: 8px; background: var(--warn-soft); font-size: 13.5px; line-height: 1.45; }
  .intervention summary { display: flex; gap: 8px; padding: 8px 11px; border-radius: 8px; list-style: none; cursor: pointer; }
  .intervention summary::-webkit-details-marker { display: none; }
  .intervention summary .icon { margin-top: 2px; color: var(--warn); }
  .intervention summary strong { color: var(--warn); }
  .more-link { color: var(--ink); text-decoration: underline; text-underline-offset: 3px; white-space: nowrap; }
  .intervention .finding { margin: 0 11px; }

  .missing {
    display: grid; gap: 9px; padding: 11px 14px 13px; border-radius: var(--radius); background: var(--raised);
    font-size: 14px; line-height: 1.45;
  }
  .missing h4 { font-size: 12.5px; font-weight: 550; color: var(--muted); }
  .missing-fact + .missing-fact { padding-top: 9px; border-top: 1px solid var(--line); }
  .missing .fact-question { margin-bottom: 2px; font-size: 14px; }
  .outcomes { display: grid; grid-template-columns: fit-content(42%) minmax(0, 1fr); gap: 6px 10px; margin-top: 5px; }
  .outcomes li { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; align-items: baseline; }
  .outcomes .choice { justify-self: start; }
  .change { font-size: 13px; color: var(--muted); text-wrap: pretty; }
  .change .cite + .cite { margin-inline-start: 3px; }
  .value { font-size: 13px; font-weight: 550; }
  .missing > .link { justify-self: start; font-size: 13px; }
  @container (max-width: 380px) {
    .outcomes { grid-template-columns: minmax(0, 1fr); }
    .outcomes li { gap: 3px; }
  }

  .foot {
    display: flex; flex-wrap: wrap; align-items: center; gap: 0 4px; margin-inline: -6px; font-size: 12.5px;
    color: var(--muted);
  }
  .foot-button {
    display: inline-flex; align-items: center; gap: 5px; min-height: 28px; padding: 2px 7px; border: 0;
    border-radius: 6px; background: none; text-align: start; line-height: 1.3;
  }
  .foot-button:hover, .foot-button[aria-expanded="true"] {
    background: color-mix(in srgb, var(--ink) 6%, transparent); color: var(--ink);
  }
  .verdict.pass .icon { color: var(--accent); }
  .verdict.changed { color: var(--warn); }
  .tools { white-space: nowrap; }
  .sources li { display: flex; gap: 10px; padding: 9px 0; border-top: 1px solid var(--line); font-size: 14px; }
  .sources .cite { align-self: start; margin-top: 2px; font-size: 12.5px; }
  .source-line { display: flex; flex-wrap: wrap; gap: 2px 10px; margin-top: 3px; font-size: 12.5px; color: var(--muted); }
  .details, .reason {
    display: grid; gap: 8px; padding: 11px 14px; border: 1px solid var(--line); border-radius: var(--radius);
    font-size: 13px; line-height: 1.5;
  }
  .details dl { display: grid; gap: 3px; }
  .details dl div { display: grid; grid-template-columns: 84px 1fr; gap: 10px; }
  .details dt { color: var(--muted); }
  .details dd { overflow-wrap: anywhere; }
  .reason .fact-question { margin: 0; }
  .reason-line { display: flex; gap: 6px; }
  .reason input {
    flex: 1; min-width: 0; padding: 4px 10px; border: 1px solid var(--line-strong); border-radius: 8px;
    background: var(--surface);
  }
  .thanks { font-size: 12.5px; color: var(--muted); }

  .empty { display: grid; gap: 4px; max-width: 44em; margin: 0 auto; padding: 22px 0 16px; }
  .empty-title { font-size: 20px; font-weight: 600; letter-spacing: -.01em; line-height: 1.3; }
  .suggestions { display: grid; }
  .suggestions li + li { border-top: 1px solid var(--line); }
  .suggestions button {
    width: 100%; padding: 9px 8px; border: 0; border-radius: 6px; background: none; color: var(--ink);
    font-size: 14.5px; line-height: 1.4; text-align: start;
  }
  .suggestions button:hover { background: var(--accent-soft); color: var(--accent); }
  .suggestions { margin-inline: -8px; }
  .empty .interrupted { margin-top: 8px; }
  .notice {
    margin-top: 14px; padding-top: 11px; border-top: 1px solid var(--line); font-size: 12.5px; line-height: 1.5;
    color: var(--muted);
  }
  @media (forced-colors: active) {
    .claim:has(.cite:hover, .cite:focus-visible, .cite[aria-expanded="true"]) {
      forced-color-adjust: none; background: Mark; color: MarkText;
    }
    .missing, .withheld, .interrupted, .intervention, .question { border: 1px solid; }
  }
`;
