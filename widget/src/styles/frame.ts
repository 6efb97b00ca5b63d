/** The chat's frame: launcher, panel, header, patient, composer, and what floats above. */

import { css } from 'lit';

export const frame = css`
  :host {
    font: 15px/1.55 var(--font); color: var(--ink); text-align: start; -webkit-text-size-adjust: 100%;
    font-kerning: normal;
  }
  :host([mode="inline"]) { display: flex; flex-direction: column; height: 100%; min-height: min(480px, 100dvh); }
  .launcher {
    position: fixed; inset-block-end: max(20px, env(safe-area-inset-bottom)); inset-inline-end: 20px;
    z-index: var(--guiderail-layer, 2147483000); display: inline-flex; align-items: center; gap: 8px; height: 46px;
    padding: 0 18px 0 14px; border: 1px solid transparent; border-radius: 99px; background: var(--accent);
    color: var(--on-accent); font-weight: 550; box-shadow: var(--shadow); transition: transform .15s;
  }
  .launcher:hover { transform: translateY(-1px); }
  .launcher .icon { width: 20px; height: 20px; }
  :host([open]) .launcher { display: none; }
  .panel {
    position: relative; display: flex; flex-direction: column; width: 100%; height: 100%; max-width: none;
    max-height: none; margin: 0; padding: 0; border: 0; background: var(--surface); color: var(--ink);
    overflow: hidden;
  }
  section.panel { flex: 1; min-height: 0; height: auto; }
  dialog.panel {
    position: fixed; inset: auto 20px max(20px, env(safe-area-inset-bottom)) auto;
    z-index: var(--guiderail-layer, 2147483000); width: min(432px, calc(100vw - 40px));
    height: min(720px, calc(100dvh - 40px)); border: 1px solid var(--line); border-radius: calc(var(--radius) + 4px);
    box-shadow: var(--shadow); animation: rise .18s ease-out;
  }
  dialog.panel:not([open]) { display: none; }
  @keyframes rise { from { opacity: 0; transform: translateY(10px); } }
  @media (max-width: 559px) {
    dialog.panel { inset: 0; width: 100vw; height: 100dvh; border: 0; border-radius: 0; }
  }

  .head {
    position: relative; display: flex; align-items: center; gap: 2px; min-height: 52px; padding: 6px 10px 6px 16px;
    border-bottom: 1px solid var(--line);
  }
  .brand { display: grid; margin-inline-end: 8px; color: var(--accent); }
  .brand .icon { width: 20px; height: 20px; }
  .head-title { flex: 1; min-width: 0; display: grid; font-size: 14px; font-weight: 600; line-height: 1.3; }
  .head-title span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .head-title small { font-size: 12px; font-weight: 400; color: var(--muted); }

  .composer { padding: 10px 16px 8px; border-top: 1px solid var(--line); }
  .field {
    display: flex; align-items: flex-end; gap: 6px; padding: 5px 5px 5px 12px; border: 1px solid var(--line-strong);
    border-radius: 12px; background: var(--surface);
  }
  .field:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
  textarea {
    flex: 1; min-width: 0; max-height: 168px; padding: 4px 0; border: 0; outline: 0; background: none; resize: none;
    field-sizing: content; line-height: 1.45;
  }
  textarea:focus-visible { outline: 0; }
  textarea::placeholder { color: var(--muted); opacity: 1; }
  .send {
    display: grid; place-items: center; flex: none; width: 32px; height: 32px; padding: 0; border: 0;
    border-radius: 8px; background: var(--accent); color: var(--on-accent);
  }
  .send:disabled { background: color-mix(in srgb, var(--ink) 9%, var(--surface)); color: var(--muted); cursor: default; }
  .fine { padding-top: 5px; font-size: 12px; line-height: 1.4; color: var(--muted); text-align: center; }
  .fine strong { color: var(--danger); font-weight: 550; }
  @media (max-width: 559px) { textarea { font-size: 16px; } }
  @media (forced-colors: active) {
    .launcher, .send, .field, .question { border: 1px solid; }
  }
`;
