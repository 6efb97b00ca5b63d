/* Guiderail. Needs guiderail.js on the same page. Licences: LEGAL.txt beside this file. Sources: widget/ */
"use strict";(()=>{var{css:m,html:c,LitElement:K,nothing:p,svg:h}=Reflect.get(globalThis,Symbol.for("guiderail.lit"));var z=class extends Error{constructor(e){super(e.detail||e.title);this.problem=e}get gone(){return[0,502,503,504].includes(this.problem.status)}};function U(i,n){let e=Object.entries({...i,...n});return Object.fromEntries(e.filter(t=>t[1]!==null))}var ue={add:h`<path d="M8 3v10M3 8h10"/>`,back:h`<path d="M9.5 3.5 5 8l4.5 4.5"/>`,block:h`<circle cx="8" cy="8" r="5.75"/><path d="m4 12 8-8"/>`,book:h`<path d="M8 4.2C6.6 3.1 4.6 2.8 2.3 3v9.3c2.3-.2 4.3.1 5.7 1.2 1.4-1.1 3.4-1.4 5.7-1.2V3c-2.3-.2-4.3.1-5.7 1.2zm0 0v9.3"/>`,check:h`<path d="m3.5 8.5 3 3 6-7"/>`,chevron:h`<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`,close:h`<path d="m4 4 8 8m0-8-8 8"/>`,copy:h`<rect x="5.5" y="5.5" width="7.5" height="8" rx="1.5"/><path d="M10.5 3.2A1.5 1.5 0 0 0 9.2 2.5H4.5A1.5 1.5 0 0 0 3 4v5.5a1.5 1.5 0 0 0 .7 1.3"/>`,down:h`<path d="M5.5 9.5 8 14c1 0 1.7-.7 1.7-1.7V10h3a1.3 1.3 0 0 0 1.3-1.5l-.8-4.7A1.5 1.5 0 0 0 11.7 2.5H5.5zm0 0h-3v-7h3"/>`,link:h`<path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.8-.8"/>`,more:h`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2"/>`,person:h`<circle cx="8" cy="5.2" r="2.7"/><path d="M2.8 13.7c.5-2.7 2.5-4.2 5.2-4.2s4.7 1.5 5.2 4.2"/>`,pencil:h`<path d="M8 3H4a1.5 1.5 0 0 0-1.5 1.5V12A1.5 1.5 0 0 0 4 13.5h7.5A1.5 1.5 0 0 0 13 12V8M6.5 9.5l.5-2 5.3-5.2a1 1 0 0 1 1.5 1.5L8.5 9z"/>`,rail:h`<path d="M8 1.8 2.8 3.7v4.1c0 3.2 2.2 5.5 5.2 6.5 3-1 5.2-3.3 5.2-6.5V3.7z"/><path d="m5.7 8 1.7 1.7 3-3.4"/>`,send:h`<path d="M8 13V3.5m0 0L4 7.5m4-4 4 4"/>`,stop:h`<rect x="4.5" y="4.5" width="7" height="7" rx="1" fill="currentColor"/>`,up:h`<path d="M5.5 6.5 8 2c1 0 1.7.7 1.7 1.7V6h3A1.3 1.3 0 0 1 14 7.5l-.8 4.7a1.5 1.5 0 0 1-1.5 1.3H5.5zm0 0h-3v7h3"/>`,warn:h`<path d="M8 2.3 1.8 13.2h12.4zM8 6.5V9.5m0 1.8v.01"/>`};function w(i){return c`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor"
    stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${ue[i]}</svg>`}var Z=m`
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
`;var S=m`
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
`;var T=m`
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
`;var A=m`
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
`,P=m`
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
`;function J({evidence:i,references:n},e){return!i?.level&&!i?.grade&&!n.length?p:c`<span class="badges">
    ${i?.level?c`<span class="badge">${e.get("level",{level:i.level})}</span>`:p}
    ${i?.grade?c`<span class="badge">${e.get("grade",{grade:i.grade})}</span>`:p}
    ${n.length?c`<span class="refs">${e.get("references",{n:n.length,list:n.join(", ")})}</span>`:p}
  </span>`}function Y({id:i,text:n,references:e,evidence:t,section:r}){return{id:i,quote:n,references:e,evidence:t,section:typeof r=="string"?r:r.join(" > ")}}var X={name:"Leitlinien-Assistent",launch:"Leitlinie fragen",welcome:"Fragen Sie diese Leitlinie",try:"Zum Beispiel",ask:"Frage stellen oder Patientin, Patienten beschreiben",follow_up:"Weiterfragen oder ergänzen, was Sie wissen",ask_label:"Ihre Frage",send:"Senden",stop:"Anhalten",no_names:"Für Fachpersonal. Bitte keine Namen oder Geburtsdaten.",notice:"Entscheidungshilfe für medizinisches Fachpersonal aus einer einzigen Leitlinie. Sie ersetzt nicht das klinische Urteil und ist nicht für Notfälle gedacht. Bitte keine Namen oder andere identifizierende Daten eingeben.",too_long:{one:"{n} Zeichen zu lang",other:"{n} Zeichen zu lang"},transcript:"Gespräch",turn:"Frage {n}",you_asked:"Ihre Frage:",again:"Erneut gefragt mit {facts}",waiting:"Die Leitlinie wird gelesen …",checking:"Der nächste Satz wird geprüft …",stopped:"Angehalten. Das Gezeigte hat die Prüfung bestanden, ist aber nicht vollständig.",unfinished:"Nicht vollständig",no_answer:"Keine Antwort.",retry:"Erneut fragen",error_gone:"Der Server ist nicht erreichbar. Ihre Frage bleibt erhalten.",error_token:"Ihre Anmeldung ist abgelaufen. Melden Sie sich im Portal neu an und fragen Sie erneut.",error_busy:"Der Server ist ausgelastet. Bitte gleich noch einmal fragen.",error_other:"Die Frage konnte nicht beantwortet werden.",error_rating:"Ihre Bewertung konnte nicht gespeichert werden.",back_again:"Der Server antwortet wieder.",new:"Neues Gespräch",new_done:"Neues Gespräch.",more:"Export und Druck",close:"Schließen",export_copy:"Gespräch kopieren",export_print:"Drucken …",export_md:"Als Markdown sichern",export_json:"Als JSON sichern",copied:"Kopiert.",not_copied:"Kopieren war nicht möglich.",copy:"Mit Quellen kopieren",version:"Version {version}",patient:"Patient",patient_none:"noch nichts bekannt",add_fact:"Angabe hinzufügen",change_fact:"{fact}: {value}. Ändern",forget_fact:"{fact} vergessen",unknown:"unbekannt",asks_again:"Eine Änderung stellt die letzte Frage erneut.",missing:"Was diese Antwort ändern würde",no_change:"die Antwort bleibt, wie sie ist",more_missing:{one:"{n} weitere Angabe würde sie ändern",other:"{n} weitere Angaben würden sie ändern"},abstained:"Von dieser Leitlinie nicht erfasst.",covered:"Erfasst ist zum Beispiel:",statement:"Aussage {id}",statements:{one:"{n} Aussage",other:"{n} Aussagen"},open_reader:"In der Leitlinie öffnen",level:"Evidenz {level}",grade:"Grad {grade}",references:{one:"Literatur {list}",other:"Literatur {list}"},guardrail:"Prüfung",passed:{one:"Bestanden: {n} Direktive",other:"Bestanden: {n} Direktiven"},passed_plain:"Prüfung bestanden",revised:"Bei der Prüfung berichtigt.",revised_why:"Ein erster Entwurf enthielt etwas, das die Leitlinie nicht trägt; dies ist die berichtigte Antwort.",replaced:"Bei der Prüfung ersetzt.",replaced_why:"Der Entwurf hat nicht bestanden; diese Antwort ist aus den Aussagen der Leitlinie zusammengestellt.",withheld:"Diese Antwort hat die Prüfung nicht bestanden und wird nicht gezeigt.",show_findings:{one:"Was gefunden wurde",other:"Was gefunden wurde ({n})"},verdict_means:"Jeder Satz wurde gegen den Algorithmus der Leitlinie geprüft, für alle, auf die die Angaben oben zutreffen. Gezeigt wird nur, was bestanden hat.",drafted_by:"Verfasst von",drafted_guideline:"aus der Leitlinie zusammengestellt, ohne Sprachmodell",answer_id:"Antwort",version_guideline:"Leitlinie",version_algorithm:"Algorithmus",version_index:"Index",version_model:"Encoder",version_program:"Guiderail",kind_contradiction:"Widerspricht der Leitlinie",kind_unsupported:"Nicht in der Leitlinie",kind_quantity:"Andere Zahl",kind_citation:"Quelle passt nicht",kind_omission:"Zwingendes fehlt",severity_block:"blockiert",severity_warn:"Hinweis",rule:"Direktive {id}",counterexample:"Falsch wäre es zum Beispiel für diese Patientin, diesen Patienten:",otherwise_given:"(sonst wie angegeben)",as_given:"wie angegeben",see:"Siehe",rate_up:"Hilfreich",rate_down:"Nicht hilfreich",reason_title:"Was war nicht richtig?",reason_wrong:"Falsch",reason_missing:"Es fehlt etwas",reason_source:"Quelle passt nicht",reason_unclear:"Unklar",reason_scope:"Hätte antworten sollen",reason_placeholder:"In Ihren Worten (keine Patientendaten)",send_reason:"Senden",thanks:"Danke, mit dieser Antwort gespeichert.",origin:"{name}, aus: {title}, Version {version}",say_started:"Die Leitlinie wird gelesen.",say_done:{one:"Antwort vollständig, {n} Aussage zitiert.",other:"Antwort vollständig, {n} Aussagen zitiert."}},ee={tagline:"Antworten aus einer Leitlinie, jede geprüft, bevor sie erscheint",skip:"Zum Gespräch",tab_chat:"Fragen",tab_guideline:"Leitlinie",tab_algorithm:"Algorithmus",tab_check:"Text prüfen",views:"Ansichten",language:"Sprache",theme:"Darstellung",theme_auto:"Automatisch",theme_light:"Hell",theme_dark:"Dunkel",search:"Leitlinie durchsuchen",found:{one:"{n} Aussage",other:"{n} Aussagen"},found_none:"Keine Aussage enthält diese Wörter.",contents:"Inhalt",cited:"In diesem Gespräch zitiert",only_cited:"Nur zitierte",copy_link:"Link zu Aussage {id} kopieren",link_copied:"Link kopiert.",used_by:"Direktiven",algorithm_intro:"Was der Algorithmus der Leitlinie für diese Angaben sagt. Was niemand angegeben hat, lässt jeden Wert möglich.",conversation:"Gespräch",more_facts:"+{n} Angaben",what_if:"Gezeigt für andere Angaben als die des Gesprächs.",reset_facts:"Zurück zu den Angaben des Gesprächs",ask_with:"Mit diesen Angaben erneut fragen",status_holds:"gilt",status_open:"offen",status_excluded:"gilt nicht",decides:"entscheidet",count_holds:{one:"{n} gilt",other:"{n} gelten"},count_open:"{n} offen",count_excluded:{one:"{n} gilt nicht",other:"{n} gelten nicht"},strength_must:"zwingend",strength_recommend:"empfohlen",strength_consider:"erwägen",strength_avoid:"vermeiden",plan:"der Plan enthält: {plan}",when:"Wann",sources:"Aussagen",check_intro:"Fügen Sie einen beliebigen Text ein: einen Brief, einen Entwurf, die Antwort eines anderen Assistenten. Er wird gegen den Algorithmus geprüft, für alle, auf die die Angaben zutreffen.",check_text:"Zu prüfender Text",check_question:"Frage, die er beantwortet (freiwillig)",check_patient:"Für die Angaben des Gesprächs prüfen",check_patient_none:"Das Gespräch hat noch keine Angaben",check:"Prüfen",checking:"Wird geprüft …",check_again:"Text bearbeiten",check_pass:"Bestanden",check_block:"Blockiert",pass_means:"Nichts in diesem Text widerspricht der Leitlinie.",block_means:{one:"{n} Befund blockiert diesen Text.",other:"{n} Befunde blockieren diesen Text."},notes:{one:"{n} Hinweis",other:"{n} Hinweise"},checked_text:"Der Text mit seinen Befunden",findings:"Befunde",finding:"Befund {n}",too_long:{one:"{n} Zeichen zu lang",other:"{n} Zeichen zu lang"},error:"Der Server ist nicht erreichbar.",error_check:"Der Text konnte nicht geprüft werden.",try_again:"Erneut versuchen",loading:"Wird geladen …"};var O={name:"Guideline assistant",launch:"Ask the guideline",welcome:"Ask this guideline",try:"For example",ask:"Ask a question, or describe a patient",follow_up:"Ask on, or add what you know",ask_label:"Your question",send:"Send",stop:"Stop",no_names:"For professionals. No names or dates of birth, please.",notice:"Decision support for healthcare professionals, from one guideline. It does not replace clinical judgement and is not for emergencies. Do not enter names or other identifying data.",too_long:{one:"{n} character too long",other:"{n} characters too long"},transcript:"Conversation",turn:"Question {n}",you_asked:"You asked:",again:"Asked again with {facts}",waiting:"Reading the guideline …",checking:"Checking the next sentence …",stopped:"Stopped. What is shown passed the guardrail but is not complete.",unfinished:"Not complete",no_answer:"No answer.",retry:"Ask again",error_gone:"The server cannot be reached. Your question is kept.",error_token:"Your sign-in has run out. Sign in to the portal again, then ask again.",error_busy:"The server is busy. Ask again in a moment.",error_other:"The question could not be answered.",error_rating:"Your rating could not be stored.",back_again:"The server answers again.",new:"New conversation",new_done:"New conversation.",more:"Export and print",close:"Close",export_copy:"Copy conversation",export_print:"Print …",export_md:"Save as Markdown",export_json:"Save as JSON",copied:"Copied.",not_copied:"Could not be copied.",copy:"Copy with citations",version:"Version {version}",patient:"Patient",patient_none:"no facts yet",add_fact:"Add fact",change_fact:"{fact}: {value}. Change",forget_fact:"Forget {fact}",unknown:"unknown",asks_again:"A change asks the last question again.",missing:"What would change this answer",no_change:"the answer stays as it is",more_missing:{one:"{n} more fact would change it",other:"{n} more facts would change it"},abstained:"Not covered by this guideline.",covered:"What it does cover, for example:",statement:"Statement {id}",statements:{one:"{n} statement",other:"{n} statements"},open_reader:"Open in the guideline",level:"Level {level}",grade:"Grade {grade}",references:{one:"Reference {list}",other:"References {list}"},guardrail:"Guardrail",passed:{one:"Passed: {n} directive",other:"Passed: {n} directives"},passed_plain:"Passed the guardrail",revised:"Revised by the guardrail.",revised_why:"A first draft said something that the guideline does not support; this is the corrected answer.",replaced:"Replaced by the guardrail.",replaced_why:"The draft did not pass; this answer is composed from the guideline's own statements.",withheld:"This answer did not pass the guardrail and is not shown.",show_findings:{one:"What was found",other:"What was found ({n})"},verdict_means:"Every sentence was checked against the guideline's algorithm, for every patient who fits the facts above. Only what passed is shown.",drafted_by:"Drafted by",drafted_guideline:"composed from the guideline, no language model",answer_id:"Answer",version_guideline:"Guideline",version_algorithm:"Algorithm",version_index:"Index",version_model:"Encoder",version_program:"Guiderail",kind_contradiction:"Contradicts the guideline",kind_unsupported:"Not in the guideline",kind_quantity:"Different number",kind_citation:"Citation does not fit",kind_omission:"Leaves out what must be done",severity_block:"blocks",severity_warn:"note",rule:"Directive {id}",counterexample:"It would be wrong, for example, for this patient:",otherwise_given:"(otherwise as given)",as_given:"the patient as given",see:"See",rate_up:"Helpful",rate_down:"Not helpful",reason_title:"What was wrong?",reason_wrong:"Wrong",reason_missing:"Something is missing",reason_source:"Source does not fit",reason_unclear:"Unclear",reason_scope:"Should have answered",reason_placeholder:"In your words (no patient data)",send_reason:"Send",thanks:"Thank you, stored with this answer.",origin:"{name}, from: {title}, version {version}",say_started:"The guideline is being read.",say_done:{one:"Answer complete, {n} statement cited.",other:"Answer complete, {n} statements cited."}},V={tagline:"Answers from one guideline, each checked before it is shown",skip:"To the conversation",tab_chat:"Ask",tab_guideline:"Guideline",tab_algorithm:"Algorithm",tab_check:"Check a text",views:"Views",language:"Language",theme:"Appearance",theme_auto:"Automatic",theme_light:"Light",theme_dark:"Dark",search:"Search the guideline",found:{one:"{n} statement",other:"{n} statements"},found_none:"No statement has these words.",contents:"Contents",cited:"Cited in this conversation",only_cited:"Cited only",copy_link:"Copy the link to statement {id}",link_copied:"Link copied.",used_by:"Directives",algorithm_intro:"What the guideline's algorithm says for this patient. A fact that nobody stated leaves every value possible.",conversation:"Conversation",more_facts:{one:"+{n} fact",other:"+{n} facts"},what_if:"Shown for other facts than the conversation's.",reset_facts:"Back to the conversation's patient",ask_with:"Ask again with these facts",status_holds:"holds",status_open:"open",status_excluded:"does not apply",decides:"decided by",count_holds:{one:"{n} holds",other:"{n} hold"},count_open:"{n} open",count_excluded:{one:"{n} does not apply",other:"{n} do not apply"},strength_must:"must",strength_recommend:"recommended",strength_consider:"consider",strength_avoid:"avoid",plan:"the plan contains: {plan}",when:"When",sources:"Statements",check_intro:"Paste any text: a letter, a draft, another assistant's answer. It is checked against the algorithm for every patient who fits the facts.",check_text:"Text to check",check_question:"Question that it answers (optional)",check_patient:"Check for the conversation's patient",check_patient_none:"The conversation has no patient yet",check:"Check",checking:"Checking …",check_again:"Edit the text",check_pass:"Passed",check_block:"Blocked",pass_means:"Nothing in this text contradicts the guideline.",block_means:{one:"{n} finding blocks this text.",other:"{n} findings block this text."},notes:{one:"{n} note",other:"{n} notes"},checked_text:"The text with its findings",findings:"Findings",finding:"Finding {n}",too_long:{one:"{n} character too long",other:"{n} characters too long"},error:"The server cannot be reached.",error_check:"The text could not be checked.",try_again:"Try again",loading:"Loading …"};var me={en:O,de:X},R=class i{constructor(n,e,t){this.language=n;this.table=e;this.fallback=t;this.rules=new Intl.PluralRules(n)}static of(n,e=me){let t=n.toLowerCase().split("-")[0]??"",[r,o]=e[t]?[n,e[t]]:["en",e.en??{}];return new i(r,o,e.en??{})}static async from(n,e,t="chat",r=O){let o=await fetch(n);if(!o.ok)throw new Error(`The words file ${n} answered ${o.status}.`);return new i(e,(await o.json())[t]??{},r)}get(n,e={}){let t=this.table[n]??this.fallback[n]??n,r=e.n;return(typeof t=="string"?t:t[this.rules.select(Number(r))]??t.other??n).replace(/\{(\w+)\}/g,(a,s)=>s in e?String(e[s]):a)}};var ie=[["en","English"],["de","Deutsch"]];function C(i){return R.of(i,{en:V,de:ee})}function ne(i,n){return R.from(i,n,"portal",V)}var k=class extends K{constructor(){super();this.onGo=()=>{};this.showStatement=(e,t)=>{let r=this.statements().get(e);r&&this.card.press(Y(r),t)};Object.assign(this,{theme:"auto",words:C("en"),guideline:null,patient:{},failed:!1})}static{this.properties={theme:{reflect:!0},words:{attribute:!1},chat:{attribute:!1},guideline:{attribute:!1},patient:{attribute:!1},failed:{state:!0}}}statements(){return new Map((this.guideline?.sections??[]).flatMap(({path:e,statements:t})=>t.map(r=>[r.id,{...r,section:e}])))}get card(){return this.renderRoot.querySelector("guiderail-card")}cardView(){return c`<guiderail-card class="card" .words=${this.chat.words} .config=${this.chat.config}
      .onReader=${e=>this.onGo({statement:e})}></guiderail-card>`}cite(e){return c`<button type="button" class="cite" aria-haspopup="dialog" aria-expanded="false" aria-label=${this.chat.words.get("statement",{id:e})}
      @click=${t=>this.showStatement(e,t.currentTarget)}>${e}</button>`}failure(e){return c`<div class="interrupted failed" role="alert"><p>${this.words.get("error")}</p>
      <button type="button" class="choice" @click=${e}>${this.words.get("try_again")}</button></div>`}};var re=3,fe=["holds","open","excluded"],M=class extends k{constructor(){super();this.pending=null;this.load=async()=>{if(!this.chat?.config)return;this.pending?.abort();let e=this.pending=new AbortController;try{this.state=await this.chat.client.algorithm(this.facts,e.signal),this.failed=!1}catch{e.signal.aborted||(this.failed=!0)}};this.ask=()=>{this.chat.correct(this.tried)};Object.assign(this,{state:null,tried:{},target:"",unfolded:new Set})}static{this.styles=[A,P,S,T,Z]}static{this.properties={state:{state:!0},tried:{state:!0},target:{state:!0},unfolded:{state:!0}}}async go(e){this.target=e,await this.load(),await this.updateComplete;let t=this.renderRoot.querySelector(`#${CSS.escape(`d-${e}`)}`),r=t?.closest("details");r&&(r.open=!0),t?.scrollIntoView({block:"center"}),t?.focus({preventScroll:!0})}get facts(){return U(this.patient,this.tried)}updated(e){e.has("patient")&&(this.tried={}),(e.has("patient")||e.has("tried")||e.has("chat")&&this.chat)&&this.load()}render(){let{words:e,state:t,chat:r}=this;if(this.failed)return this.failure(()=>{this.load()});if(!t||!r.config)return c`<p class="quiet loading">${e.get("loading")}</p>`;let o=Object.keys(this.tried).length>0,a=t.axes.flatMap(({directives:s})=>s);return c`
      <div class="diagram">
        <p class="intro">${e.get("algorithm_intro")}</p>
        <guiderail-patient .words=${r.words} .facts=${r.config.facts} .patient=${this.facts}
          .onCorrect=${s=>this.try(s)}></guiderail-patient>
        ${o?c`<div class="what-if"><span>${e.get("what_if")}</span>
          <button type="button" class="choice" @click=${()=>this.tried={}}>${e.get("reset_facts")}</button>
          ${r.answers.length?c`<button type="button" class="choice primary" @click=${this.ask}>
            ${e.get("ask_with")}</button>`:p}</div>`:p}
        <p class="legend" role="status">${fe.map(s=>c`<span class="key ${s}">
          <span class="swatch"></span>${e.get(`count_${s}`,{n:a.filter(l=>l.status===s).length})}</span>`)}</p>
        ${t.axes.map(s=>this.axis(s))}
        ${this.cardView()}
      </div>`}try(e){let t={...this.tried,...e},r=([o,a])=>(this.patient[o]??null)!==a;this.tried=Object.fromEntries(Object.entries(t).filter(r))}axis({axis:e,label:t,directives:r}){let o=s=>r.filter(l=>l.status===s),a=o("excluded");return c`
      <section class="axis" aria-labelledby="axis-${e}">
        <h2 id="axis-${e}"><span>${t}</span></h2>
        <ul class="branches">
          ${o("holds").map(s=>c`<li class="branch holds">${this.box(s)}</li>`)}
          ${xe(o("open")).map(([s,l])=>c`<li class="branch open">
            <div class="decision"><span class="vh">${this.words.get("decides")}</span>${this.decisions(s)}</div>
            <ul class="outcomes">${l.map(d=>c`<li>${this.box(d)}</li>`)}</ul></li>`)}
          ${a.length?c`<li class="branch excluded"><details ?open=${a.some(({id:s})=>s===this.target)}>
            <summary>${w("block")}${this.words.get("count_excluded",{n:a.length})}</summary>
            ${a.map(s=>this.box(s))}</details></li>`:p}
        </ul>
      </section>`}decisions(e){let t=e.join(" "),o=(e.length<=re+1||this.unfolded.has(t)?e:e.slice(0,re)).map(s=>this.decision(s)),a=e.length-o.length;return a?[...o,c`<button type="button" class="fact rest" @click=${()=>this.unfolded=new Set([...this.unfolded,t])}>${this.words.get("more_facts",{n:a})}</button>`]:o}decision(e){let t=this.chat.config?.facts.find(o=>o.name===e)?.label??e;return c`<button type="button" class="fact" aria-haspopup="dialog" @click=${o=>{this.renderRoot.querySelector("guiderail-patient").choose(e,o.currentTarget)}}>${t}?</button>`}box({id:e,title:t,strength:r,status:o,when:a,plan:s,sources:l}){let{words:d}=this;return c`
      <article id="d-${e}" tabindex="-1" aria-label="${e}: ${t}"
        class="directive ${o} ${r} ${this.target===e?"target":""}">
        <p class="directive-head"><span class="strength">
          ${r==="avoid"?w("block"):p}${d.get(`strength_${r}`)}</span>
          <span class="vh">${d.get(`status_${o}`)}</span><span class="directive-id">${e}</span></p>
        <p class="directive-title">${t}</p>
        <p class="directive-foot"><span class="quiet"><span class="when">${d.get("when")}</span>
            ${s?d.get("plan",{plan:s}):a}</span>
          <span class="directive-sources"><span class="vh">${d.get("sources")}</span>
            ${l.map(g=>this.cite(g))}</span></p>
      </article>`}};function xe(i){let n=new Map;for(let e of i){let t=[...e.open_by].sort().join(" "),r=n.get(t);r?r[1].push(e):n.set(t,[e.open_by,[e]])}return[...n.values()].sort(([e],[t])=>e.length-t.length)}function be(i,n){let e=new Map(n.map((t,r)=>[t.name,r]));return Object.entries(i).sort(([t],[r])=>(e.get(t)??n.length)-(e.get(r)??n.length)).map(([t,r])=>{let o=n[e.get(t)??-1],a=o?.label??t,s=o?.values.find(l=>l.value===r)?.label??r??"";return{name:t,label:a,value:r??"",valueLabel:s}})}function q(i,n,e="?"){return be(i,n).map(({label:t,valueLabel:r})=>r||`${t}: ${e}`).join(", ")}function ae(i,{words:n,facts:e,onStatement:t,onRule:r,given:o,number:a}){let s=Object.entries(i.counterexample??{}),l=Object.fromEntries(s.filter(([f,_])=>o[f]!==_)),d=Object.keys(l).length,g=d===s.length?p:n.get(d?"otherwise_given":"as_given");return c`
    <div class="finding ${i.severity}">
      <p class="finding-head">
        ${a?c`<span class="finding-number">${a}</span>`:p}
        <strong>${n.get(`kind_${i.kind}`)}</strong>
        <span class="severity">${n.get(`severity_${i.severity}`)}</span>
      </p>
      ${i.text?c`<blockquote class="said">${i.text}</blockquote>`:p}
      <p>${i.message}</p>
      ${s.length?c`<p class="counter"><span>${n.get("counterexample")}</span>
        <strong>${q(l,e)}</strong> ${g}</p>`:p}
      ${i.sources.length||i.rule?c`<p class="finding-sources"><span class="quiet">${n.get("see")}</span>
        ${i.sources.map(f=>c`<button type="button" class="cite" data-id=${f}
          aria-label=${n.get("statement",{id:f})} aria-haspopup="dialog" aria-expanded="false"
          @click=${_=>t(f,_.currentTarget)}>${f}</button>`)}
        ${i.rule?ve(i.rule,n,r):p}</p>`:p}
    </div>`}function ve(i,n,e){let t=n.get("rule",{id:i});return e?c`<button type="button" class="link" @click=${()=>e(i)}>${t}</button>`:c`<span class="quiet">${t}</span>`}var se=m`
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
`;function W(i,n){let e=[...i],t=n.map(a=>({span:a,start:oe(a.start,e.length),end:oe(a.end,e.length)})),o=[...new Set([0,e.length,...t.flatMap(({start:a,end:s})=>[a,s])])].sort((a,s)=>a-s);return o.slice(1).map((a,s)=>{let l=o[s]??0;return{text:e.slice(l,a).join(""),within:t.filter(d=>d.start<=l&&a<=d.end&&d.start<d.end).map(d=>d.span)}})}function oe(i,n){return Math.min(Math.max(i,0),n)}var we=5e4,F=class extends k{constructor(){super();this.checkedFor={};this.typed=e=>{e.key==="Enter"&&(e.ctrlKey||e.metaKey)&&this.submit(e)};this.edit=async()=>{this.verdict=null,await this.updateComplete,this.renderRoot.querySelector("textarea")?.focus()};Object.assign(this,{text:"",question:"",forPatient:!0,verdict:null,checking:!1,problem:"",active:0})}static{this.styles=[A,P,S,T,se]}static{this.properties={text:{state:!0},question:{state:!0},forPatient:{state:!0},verdict:{state:!0},checking:{state:!0},problem:{state:!0},active:{state:!0}}}render(){return c`<div class="checker">
      ${this.verdict?this.result(this.verdict):this.form()}
      <p class="vh" role="status">${this.checking?this.words.get("checking"):this.verdict?this.summary(this.verdict):""}</p>
      <p class="vh" role="alert">${this.problem}</p>
      ${this.cardView()}</div>`}form(){let{words:e,text:t,patient:r,chat:o}=this,a=o.config?.facts??[],s=Object.keys(r).length>0,l=t.length-(o.config?.limits?.text??we);return c`
      <form @submit=${this.submit}>
        <p class="intro">${e.get("check_intro")}</p>
        <label class="label" for="text">${e.get("check_text")}</label>
        <textarea id="text" rows="10" .value=${t} @keydown=${this.typed}
          @input=${d=>this.text=d.target.value}></textarea>
        ${l>0?c`<p class="over">${e.get("too_long",{n:l})}</p>`:p}
        <label class="label" for="question">${e.get("check_question")}</label>
        <input id="question" .value=${this.question}
          @input=${d=>this.question=d.target.value} />
        <div class="actions">
          <label class="check ${s?"":"quiet"}"><input type="checkbox" .checked=${s&&this.forPatient} ?disabled=${!s}
            @change=${d=>this.forPatient=d.target.checked} />
            <span>${s?c`${e.get("check_patient")}: <span class="quiet">${q(r,a)}</span>`:e.get("check_patient_none")}</span></label>
          <button type="submit" class="choice primary" ?disabled=${!t.trim()||l>0||this.checking}>
            ${e.get(this.checking?"checking":"check")}</button>
        </div>
        ${this.problem?c`<p class="interrupted failed">${w("warn")}${this.problem}</p>`:p}
      </form>`}async submit(e){if(e.preventDefault(),!(!this.text.trim()||this.checking)){Object.assign(this,{checking:!0,problem:"",active:0});try{this.checkedFor=this.forPatient?this.patient:{},this.verdict=await this.chat.client.check(this.text,this.question.trim()||null,this.checkedFor),await this.updateComplete,this.renderRoot.querySelector(".verdict")?.focus()}catch(t){this.problem=t instanceof z&&t.problem.detail||this.words.get("error_check")}this.checking=!1}}summary({verdict:e,findings:t}){let r=t.filter(({severity:s})=>s==="block").length,o=t.length-r,a=e==="pass"?this.words.get("pass_means"):this.words.get("block_means",{n:r});return o?`${a} ${this.words.get("notes",{n:o})}.`:a}result(e){let{words:t,chat:r}=this,o=e.verdict==="pass";return c`
      <div class="verdict ${e.verdict}" tabindex="-1">${w(o?"rail":"warn")}
        <p><strong>${t.get(o?"check_pass":"check_block")}</strong> ${this.summary(e)}</p>
        <button type="button" class="choice" @click=${this.edit}>${t.get("check_again")}</button></div>
      <div class="split">
        <section aria-label=${t.get("checked_text")}><p class="checked">${this.marked(e.findings)}</p></section>
        ${e.findings.length?c`<section aria-label=${t.get("findings")}><ol class="findings">
          ${e.findings.map((a,s)=>c`<li id="finding-${s+1}" tabindex="-1" class=${this.active===s+1?"active":""}
            @pointerenter=${()=>this.active=s+1} @focusin=${()=>this.active=s+1}>${ae(a,{words:r.words,facts:r.config?.facts??[],given:this.checkedFor,onStatement:this.showStatement,onRule:l=>this.onGo({directive:l}),number:s+1})}</li>`)}</ol></section>`:p}
      </div>`}marked(e){let t=e.map((o,a)=>({...o,number:a+1})),r=0;return W(this.text,t).map(({text:o,within:a})=>{if(r+=[...o].length,!a.length)return c`${o}`;let s=a.filter(({end:b})=>b===r),l=a.some(b=>b.severity==="block")?"block":"warn",d=a.some(({number:b})=>b===this.active),g=b=>c`<mark class="${l} ${d?"active":""}"
        @pointerenter=${()=>this.active=a.at(-1)?.number??0}>${b}</mark>`;if(!s.length)return g(o);let[,f="",_=""]=/^(.*?)(\S*\s*)$/s.exec(o)??[],ge=s.map(b=>this.numberButton(b));return c`${f?g(f):p}<span class="tie">${g(_)}${ge}</span>`})}numberButton({number:e,severity:t}){return c`<button type="button" class="mark-number ${t}" aria-label=${this.words.get("finding",{n:e})}
      @click=${()=>this.toFinding(e)}>${e}</button>`}toFinding(e){this.active=e;let t=this.renderRoot.querySelector(`#finding-${e}`);t?.scrollIntoView({block:"nearest"}),t?.focus({preventScroll:!0})}};async function ce(i){try{return await navigator.clipboard.writeText(i),!0}catch{let n=document.createElement("textarea");n.value=i,document.body.append(n),n.select();let e=document.execCommand("copy");return n.remove(),e}}var le=m`
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
`;var G=class extends k{constructor(){super();this.onRetry=()=>{};Object.assign(this,{cited:new Set,directives:[],target:"",query:"",onlyCited:!1,copied:""})}static{this.styles=[A,P,S,T,le]}static{this.properties={cited:{attribute:!1},directives:{attribute:!1},target:{attribute:!1},query:{state:!0},onlyCited:{state:!0},copied:{state:!0}}}async go(e){Object.assign(this,{target:e,query:"",onlyCited:!1}),await this.updateComplete;let t=this.renderRoot.querySelector(`#${CSS.escape(`s-${e}`)}`);t?.scrollIntoView({block:"center"}),t?.focus({preventScroll:!0})}willUpdate(e){e.has("cited")&&!this.cited.size&&(this.onlyCited=!1)}render(){let{words:e,guideline:t,query:r,onlyCited:o,cited:a}=this;if(this.failed)return this.failure(this.onRetry);if(!t)return c`<p class="quiet loading">${e.get("loading")}</p>`;let s=this.found(),l=s.reduce((d,{statements:g})=>d+g.length,0);return c`
      <div class="bar">
        <input type="search" class="search" aria-label=${e.get("search")} placeholder=${e.get("search")} .value=${r}
          @input=${d=>this.query=d.target.value} />
        ${a.size?c`<button type="button" class="choice" aria-pressed=${o} title=${e.get("cited")}
          @click=${()=>this.onlyCited=!o}>${e.get("only_cited")} · ${a.size}</button>`:p}
      </div>
      <p class="vh" role="status">${r?e.get("found",{n:l}):this.copied?e.get("link_copied"):""}</p>
      <div class="columns">
        ${this.contents(t.sections)}
        <div class="text" lang=${this.chat.config?.language??p}>
          ${l?s.map((d,g)=>this.section(d,s[g-1])):c`<p class="quiet">${e.get("found_none")}</p>`}
        </div>
      </div>`}found(){let{guideline:e,query:t,onlyCited:r,cited:o}=this,a=t.toLowerCase().split(/\s+/).filter(Boolean),s=({id:l,text:d},g)=>{let f=`${l} ${d} ${g.join(" ")}`.toLowerCase();return a.every(_=>f.includes(_))&&(!r||o.has(l))};return(e?.sections??[]).map(({path:l,statements:d})=>({path:l,statements:d.filter(g=>s(g,l))})).filter(({statements:l})=>l.length)}contents(e){let t=[...new Map(e.map(r=>[r.path[0]??"",r])).keys()];return c`<nav class="contents" aria-label=${this.words.get("contents")}><ul>${t.map(r=>c`<li>
      <button type="button" @click=${()=>this.toSection(r)}>${r}</button></li>`)}</ul></nav>`}toSection(e){Object.assign(this,{query:"",onlyCited:!1}),this.updateComplete.then(()=>{let t=[...this.renderRoot.querySelectorAll("h2")].find(r=>r.textContent===e);t?.scrollIntoView({block:"start"}),t?.focus({preventScroll:!0})})}section({path:e,statements:t},r){let[o,...a]=e;return c`
      ${o!==r?.path[0]?c`<h2 tabindex="-1">${o}</h2>`:p}
      ${a.length?c`<h3>${a.join(" › ")}</h3>`:p}
      ${t.map(s=>this.statement(s))}`}statement(e){let{words:t,target:r,cited:o}=this,{id:a}=e,s=this.directives.filter(({sources:l})=>l.includes(a));return c`
      <article id="s-${a}" tabindex="-1" class="statement ${o.has(a)?"cited":""} ${r===a?"target":""}"
        aria-label=${this.chat.words.get("statement",{id:a})}>
        <a class="statement-link" href="#s-${a}" aria-label=${t.get("copy_link",{id:a})}
          @click=${()=>{this.copyLink(a)}}>${a}</a>
        <div>
          <p class="verbatim">${this.marked(e.text)}</p>
          <p class="under">${J(e,this.chat.words)}
            ${o.has(a)?c`<span class="cited-mark">${w("check")}<span>${t.get("cited")}</span></span>`:p}
            ${s.length?c`<span class="users"><span class="vh">${t.get("used_by")}</span>${s.map(l=>c`
              <button type="button" class="rule ${l.strength}" title=${l.title} aria-label="${l.id}: ${l.title}"
                @click=${()=>this.onGo({directive:l.id})}>${l.id}</button>`)}</span>`:p}</p>
        </div>
      </article>`}marked(e){let t=this.query.toLowerCase().split(/\s+/).filter(a=>a.length>1);if(!t.length)return e;let r=e.toLowerCase(),o=t.flatMap(a=>[...r.matchAll(new RegExp(ke(a),"g"))].map(({index:s})=>({start:[...r.slice(0,s)].length,end:[...r.slice(0,s+a.length)].length})));return c`${W(e,o).map(a=>a.within.length?c`<mark>${a.text}</mark>`:a.text)}`}async copyLink(e){this.copied=await ce(`${location.origin}${location.pathname}#s-${e}`)?e:""}};function ke(i){return i.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")}customElements.define("guiderail-reader",G);customElements.define("guiderail-algorithm",M);customElements.define("guiderail-checker",F);var E=["ask","guideline","algorithm","check"],ye=4e3,x=i=>document.querySelector(i),u=x("guiderail-chat"),v=x("guiderail-reader"),I=x("guiderail-algorithm"),_e=x("guiderail-checker"),j=[v,I,_e],$=E.map(i=>x(`#tab-${i}`)),y=C("en");function D(i,n){try{return n!==void 0&&sessionStorage.setItem(`guiderail.page.${i}`,n),sessionStorage.getItem(`guiderail.page.${i}`)}catch{return n??null}}function de(i){document.documentElement.dataset.theme=i;for(let n of[u,...j])n.theme=i;x("#theme").value=D("theme",i)??i}async function pe(i){y=u.wordsFile?await ne(u.wordsFile,i).catch(()=>C(i)):C(i),document.documentElement.lang=y.language,u.lang=y.language,u.heading=y.get("conversation");for(let n of document.querySelectorAll("[data-word]"))n.textContent=y.get(n.dataset.word);for(let n of document.querySelectorAll("[data-label]"))n.setAttribute("aria-label",y.get(n.dataset.label));await u.updateComplete;for(let n of j)n.words=y,n.requestUpdate();x("#language").value=D("language",y.language.split("-")[0]??"")??""}function L(i,n=!1){let{dataset:e}=document.body;e.tab=i,i!=="ask"&&(e.view=i);let t=matchMedia("(min-width: 900px)").matches,r=i==="ask"&&t?e.view??"guideline":i;E.forEach((o,a)=>{let s=o===r;$[a]?.setAttribute("aria-selected",String(s)),$[a]&&($[a].tabIndex=s?0:-1)}),n&&$[E.indexOf(i)]?.focus()}function N(){let i=decodeURIComponent(location.hash.slice(1));i.startsWith("s-")?(L("guideline"),v.go(i.slice(2))):i.startsWith("d-")?(L("algorithm"),I.go(i.slice(2))):L(E.find(n=>n===i)??"ask")}function he(i){let n="statement"in i?`#s-${i.statement}`:`#d-${i.directive}`;location.hash===n?N():location.hash=n}async function B(){try{let{client:i}=u,[n,e]=await Promise.all([i.guideline(),i.algorithm({})]);for(let t of j)t.guideline=n;v.directives=e.axes.flatMap(({directives:t})=>t),v.failed=!1,await v.updateComplete,location.hash.length>1&&N()}catch{v.failed=!0,setTimeout(()=>v.failed&&void B(),ye)}}function $e(){v.cited=new Set(u.answers.flatMap(({citations:i})=>i.map(({id:n})=>n)))}for(let i of j)Object.assign(i,{chat:u,onGo:he});v.onRetry=()=>{B()};var H=x("#language");H.append(...ie.map(([i,n])=>new Option(n,i)));H.addEventListener("change",()=>{pe(H.value)});x("#theme").addEventListener("change",i=>de(i.target.value));$.forEach((i,n)=>{i.addEventListener("click",()=>location.hash=`#${E[n]??""}`),i.addEventListener("keydown",({key:e})=>{let t=$.filter(a=>a.offsetParent!==null),r={ArrowRight:1,ArrowLeft:-1}[e],o=r&&t[(t.indexOf(i)+r+t.length)%t.length];o&&(location.hash=`#${E[$.indexOf(o)]??""}`,o.focus())})});addEventListener("hashchange",N);matchMedia("(min-width: 900px)").addEventListener("change",()=>L(document.body.dataset.tab??"ask"));u.addEventListener("guiderail-ready",()=>{let{guideline:i}=u.config??{};x("#title").textContent=i?.title??"",x("#population").textContent=`${i?.population??""} · ${u.words.get("version",{version:i?.version??""})}`,document.title=`${i?.title??""} · ${u.config?.name??""}`,B(),I.load()});u.addEventListener("guiderail-patient",i=>{let{patient:n}=i.detail;for(let e of j)e.patient=n;$e()});u.addEventListener("guiderail-statement",i=>{i.preventDefault(),he({statement:i.detail.id})});de(D("theme")??"auto");pe(new URLSearchParams(location.search).get("lang")??D("language")??navigator.language);L("ask");})();
