/**
 * The page for an iframe, `/embed?lang=de&theme=dark`.
 *
 * The page around it hands over a token by message: this page posts `{type: "guiderail:token-request"}` to its parent,
 * which answers `{type: "guiderail:token", token}`. Only the parent is listened to; which pages may be a parent is the
 * server's list of origins (`frame-ancestors`).
 */

import type { GuiderailChat } from './chat/element';

const PATIENCE = 3000;

const query = new URLSearchParams(location.search);
const chat = document.querySelector('guiderail-chat') as GuiderailChat;
const language = query.get('lang');
if (language) chat.lang = document.documentElement.lang = language;
const theme = query.get('theme');
if (theme === 'light' || theme === 'dark') chat.theme = theme;
if (query.has('token') && window.parent !== window) chat.getToken = fromParent;

function fromParent(): Promise<string | null> {
  return new Promise((resolve) => {
    const done = (token: string | null): void => {
      removeEventListener('message', hear);
      resolve(token);
    };
    const hear = ({ source, data }: MessageEvent<{ type?: string; token?: string } | null>): void => {
      if (source === window.parent && data?.type === 'guiderail:token') done(data.token ?? null);
    };
    addEventListener('message', hear);
    setTimeout(() => done(null), PATIENCE);
    // The request holds nothing secret, so any parent may read it.
    window.parent.postMessage({ type: 'guiderail:token-request' }, '*');
  });
}
