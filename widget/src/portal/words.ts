/** The portal page's own words; what the chat says too comes from the chat's table. */

import { portal as de } from '../../words/de.json';
import { portal as en } from '../../words/en.json';
import { Words } from '../words';

export type PortalWord = keyof typeof en;
export type PortalWords = Words<PortalWord>;

/** Language tag and the language's own name, for the choice. */
export const LANGUAGES: readonly [string, string][] = [['en', 'English'], ['de', 'Deutsch']];

export function portalWords(tag: string): PortalWords {
  return Words.of<PortalWord>(tag, { en, de });
}

export function portalWordsFrom(url: string, tag: string): Promise<PortalWords> {
  return Words.from<PortalWord>(url, tag, 'portal', en);
}
