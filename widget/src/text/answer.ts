/**
 * Markdown of an answer, which may be hostile, into harmless DOM with citations that can be pressed.
 *
 * Only text formatting survives: no links, no images, no HTML of the answer's own. Markup that is not
 * rendered stays visible as the text that it is, so that nothing disappears unseen.
 */

import createDOMPurify from 'dompurify';
import { Marked } from 'marked';

/** Tokenizers that never match: their characters then stay plain text. */
const off = () => undefined;
const marked = new Marked({ gfm: true, async: false, tokenizer: {
  def: off, html: off, tag: off, link: off, reflink: off, autolink: off, url: off,
} });

const TAGS = ['p', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'code', 'pre', 'br', 'hr', 'blockquote',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];
const purify = createDOMPurify();

/** A text that the parser cannot read is shown as it is. */
function toHtml(markdown: string): string {
  try {
    return marked.parse(markdown) as string;
  } catch {
    const plain = document.createElement('p');
    plain.textContent = markdown;
    return plain.outerHTML;
  }
}

/** The formatted text, nothing of it able to act or to load. */
export function renderMarkdown(markdown: string): HTMLElement {
  const clean = purify.sanitize(toHtml(markdown), {
    ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ['start'], ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, RETURN_DOM_FRAGMENT: true,
  });
  const prose = document.createElement('div');
  prose.className = 'prose';
  prose.append(document.importNode(clean, true));
  return prose;
}

/** With its citations of `known` statements as buttons; `label` names one for a screen reader. */
export function renderAnswer(markdown: string, known: ReadonlySet<string>, label: (id: string) => string): HTMLElement {
  const prose = renderMarkdown(markdown);
  prose.setAttribute('part', 'prose');
  for (const heading of prose.querySelectorAll('h1, h2, h3, h4, h5, h6')) demote(heading);
  for (const block of prose.querySelectorAll('p, li, td, th, h4, blockquote')) new Claims(known, label).mark(block);
  return prose;
}

/** The answer stands below the page's own headings, whatever level it claims. */
function demote(heading: Element): void {
  const lower = document.createElement('h4');
  lower.append(...heading.childNodes);
  heading.replaceWith(lower);
}

const BLOCK = /^(P|UL|OL|LI|PRE|BLOCKQUOTE|TABLE|HR|H4)$/;
const MARK = /\[([^[\]\n]{1,120})\]/g;
const SENTENCE_END = /(?<!\b(?:e\.g|i\.e|vs|cf|z\.B|bzw))[.!?][)"”’\]]*\s+(?=["“(]?[\p{Lu}\d])/gu;

/** Wraps what each citation carries (from the sentence's beginning, or the citation before) in `span.claim`. */
class Claims {
  private claim: HTMLElement | null = null;

  constructor(private readonly known: ReadonlySet<string>, private readonly label: (id: string) => string) {}

  mark(block: Element): void {
    this.claim = null;
    for (const node of [...block.childNodes]) {
      if (node instanceof Text) this.text(node);
      else if (node instanceof Element && BLOCK.test(node.tagName)) this.claim = null;
      else if (node instanceof Element && this.cites(node.textContent)) {
        this.mark(node);
        this.claim = null;
      } else this.into(node);
    }
    for (const span of block.querySelectorAll('span.claim:not(:has(.cite))')) span.replaceWith(...span.childNodes);
    block.normalize();
  }

  private text(node: Text): void {
    const { data } = node;
    let at = 0;
    for (const match of data.matchAll(MARK)) {
      const ids = this.ids(match[1] ?? '');
      if (!ids) continue;
      const [, words = '', last = ''] = /^(.*?)(\S*\s*)$/s.exec(data.slice(at, match.index)) ?? [];
      this.words(words, node);
      at = match.index + match[0].length;
      const closing = /^[.,;:!?)]+/.exec(data.slice(at))?.[0] ?? '';
      for (const tie of this.ties(ids, last, closing)) this.into(tie, node);
      at += closing.length;
      this.claim = null;
    }
    this.words(data.slice(at), node);
    node.remove();
  }

  /** Plain words; each sentence that ends in them ends the claim, except at the last, whose citation may follow. */
  private words(text: string, before: Node): void {
    let at = 0;
    for (const match of text.matchAll(SENTENCE_END)) {
      const end = match.index + match[0].length;
      this.into(new Text(text.slice(at, end)), before);
      this.claim = null;
      at = end;
    }
    if (at < text.length) this.into(new Text(text.slice(at)), before);
  }

  private into(node: Node, before: Node = node): void {
    if (!this.claim) {
      // The blank between two sentences belongs to neither.
      const blank = node instanceof Text ? (/^\s+/.exec(node.data)?.[0] ?? '') : '';
      if (blank) {
        before.parentNode?.insertBefore(new Text(blank), before);
        (node as Text).data = (node as Text).data.slice(blank.length);
        if (!(node as Text).data) return;
      }
      this.claim = document.createElement('span');
      this.claim.className = 'claim';
      before.parentNode?.insertBefore(this.claim, before);
    }
    this.claim.append(node);
  }

  /** A citation begins no line: it is tied to the word before it, and what closes the sentence to the last one. */
  private ties(ids: readonly string[], before: string, closing: string): HTMLElement[] {
    return ids.map((id, i) => {
      const tie = document.createElement('span');
      tie.className = 'tie';
      if (i === 0) tie.append(before.replace(/\s$/, '\u00a0'));
      tie.append(this.button(id));
      if (i === ids.length - 1) tie.append(closing);
      return tie;
    });
  }

  private button(id: string): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cite';
    button.dataset['id'] = id;
    button.textContent = id;
    button.setAttribute('part', 'citation');
    button.setAttribute('aria-label', this.label(id));
    button.setAttribute('aria-haspopup', 'dialog');
    button.setAttribute('aria-expanded', 'false');
    return button;
  }

  /** The ids of a citation group, or null for brackets that cite nothing. */
  private ids(inside: string): string[] | null {
    const ids = inside.split(/[,;]/).map((part) => part.trim());
    return ids.every((id) => this.known.has(id)) ? ids : null;
  }

  private cites(text: string): boolean {
    return [...text.matchAll(MARK)].some((match) => this.ids(match[1] ?? ''));
  }
}
