/** The portal page: puts the views beside the conversation and leads from one to the other. */

import type { GuiderailChat } from '../chat/element';
import type { AlgorithmState, Citation, Patient } from '../api/types';
import { AlgorithmView } from './algorithm';
import { CheckerView } from './checker';
import { ReaderView } from './reader';
import type { Target, View } from './view';
import { LANGUAGES, portalWords, portalWordsFrom, type PortalWord, type PortalWords } from './words';

customElements.define('guiderail-reader', ReaderView);
customElements.define('guiderail-algorithm', AlgorithmView);
customElements.define('guiderail-checker', CheckerView);

const TABS = ['ask', 'guideline', 'algorithm', 'check'] as const;
type Tab = (typeof TABS)[number];
const RETRY = 4000;

const $ = <T extends Element>(selector: string): T => document.querySelector(selector) as T;
const chat = $<GuiderailChat>('guiderail-chat');
const reader = $<ReaderView>('guiderail-reader');
const algorithm = $<AlgorithmView>('guiderail-algorithm');
const checker = $<CheckerView>('guiderail-checker');
const views: readonly View[] = [reader, algorithm, checker];
const tabs = TABS.map((name) => $<HTMLButtonElement>(`#tab-${name}`));
let words: PortalWords = portalWords('en');

/** What this tab remembers of the page: its look, no more. */
function remembered(key: string, value?: string): string | null {
  try {
    if (value !== undefined) sessionStorage.setItem(`guiderail.page.${key}`, value);
    return sessionStorage.getItem(`guiderail.page.${key}`);
  } catch {
    return value ?? null;
  }
}

function setTheme(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
  for (const element of [chat, ...views]) element.theme = theme as GuiderailChat['theme'];
  $<HTMLSelectElement>('#theme').value = remembered('theme', theme) ?? theme;
}

async function setLanguage(tag: string): Promise<void> {
  words = chat.wordsFile ? await portalWordsFrom(chat.wordsFile, tag).catch(() => portalWords(tag)) : portalWords(tag);
  document.documentElement.lang = words.language;
  chat.lang = words.language;
  chat.heading = words.get('conversation');
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = words.get(element.dataset['word'] as PortalWord);
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    element.setAttribute('aria-label', words.get(element.dataset['label'] as PortalWord));
  }
  await chat.updateComplete;
  for (const view of views) {
    view.words = words;
    view.requestUpdate();
  }
  $<HTMLSelectElement>('#language').value = remembered('language', words.language.split('-')[0] ?? '') ?? '';
}

function show(tab: Tab, focus = false): void {
  const { dataset } = document.body;
  dataset['tab'] = tab;
  // Beside the conversation, where there is room for both, stands the view looked at last.
  if (tab !== 'ask') dataset['view'] = tab;
  const wide = matchMedia('(min-width: 900px)').matches;
  const selected = tab === 'ask' && wide ? (dataset['view'] ?? 'guideline') : tab;
  TABS.forEach((name, i) => {
    const on = name === selected;
    tabs[i]?.setAttribute('aria-selected', String(on));
    if (tabs[i]) tabs[i].tabIndex = on ? 0 : -1;
  });
  if (focus) tabs[TABS.indexOf(tab)]?.focus();
}

/** `#s-3.3` a statement, `#d-D08` a directive, `#check` a tab. */
function follow(): void {
  const hash = decodeURIComponent(location.hash.slice(1));
  if (hash.startsWith('s-')) {
    show('guideline');
    void reader.go(hash.slice(2));
  } else if (hash.startsWith('d-')) {
    show('algorithm');
    void algorithm.go(hash.slice(2));
  } else show(TABS.find((tab) => tab === hash) ?? 'ask');
}

function go(target: Target): void {
  const hash = 'statement' in target ? `#s-${target.statement}` : `#d-${target.directive}`;
  if (location.hash === hash) follow();
  else location.hash = hash;
}

async function loadGuideline(): Promise<void> {
  try {
    const { client } = chat;
    const [guideline, everything]: [typeof reader.guideline, AlgorithmState] = await Promise.all([client.guideline(), client.algorithm({})]);
    for (const view of views) view.guideline = guideline;
    reader.directives = everything.axes.flatMap(({ directives }) => directives);
    reader.failed = false;
    await reader.updateComplete;
    if (location.hash.length > 1) follow();
  } catch {
    reader.failed = true;
    setTimeout(() => reader.failed && void loadGuideline(), RETRY);
  }
}

function cited(): void {
  reader.cited = new Set(chat.answers.flatMap(({ citations }: { citations: Citation[] }) => citations.map(({ id }) => id)));
}

for (const view of views) Object.assign(view, { chat, onGo: go });
reader.onRetry = () => void loadGuideline();
const language = $<HTMLSelectElement>('#language');
language.append(...LANGUAGES.map(([tag, name]) => new Option(name, tag)));
language.addEventListener('change', () => void setLanguage(language.value));
$<HTMLSelectElement>('#theme').addEventListener('change', (event) => setTheme((event.target as HTMLSelectElement).value));
tabs.forEach((tab, i) => {
  tab.addEventListener('click', () => (location.hash = `#${TABS[i] ?? ''}`));
  tab.addEventListener('keydown', ({ key }) => {
    const shown = tabs.filter((other) => other.offsetParent !== null);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const next = step && shown[(shown.indexOf(tab) + step + shown.length) % shown.length];
    if (next) {
      location.hash = `#${TABS[tabs.indexOf(next)] ?? ''}`;
      next.focus();
    }
  });
});
addEventListener('hashchange', follow);
matchMedia('(min-width: 900px)').addEventListener('change', () => show((document.body.dataset['tab'] ?? 'ask') as Tab));

chat.addEventListener('guiderail-ready', () => {
  const { guideline } = chat.config ?? {};
  $('#title').textContent = guideline?.title ?? '';
  $('#population').textContent = `${guideline?.population ?? ''} · ${chat.words.get('version', { version: guideline?.version ?? '' })}`;
  document.title = `${guideline?.title ?? ''} · ${chat.config?.name ?? ''}`;
  void loadGuideline();
  void algorithm.load();
});
chat.addEventListener('guiderail-patient', (event) => {
  const { patient } = (event as CustomEvent<{ patient: Patient }>).detail;
  for (const view of views) view.patient = patient;
  cited();
});
chat.addEventListener('guiderail-statement', (event) => {
  event.preventDefault();
  go({ statement: (event as CustomEvent<{ id: string }>).detail.id });
});

setTheme(remembered('theme') ?? 'auto');
void setLanguage(new URLSearchParams(location.search).get('lang') ?? remembered('language') ?? navigator.language);
show('ask');
