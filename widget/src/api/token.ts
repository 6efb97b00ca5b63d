/** The portal's word for who is asking: a short-lived token, fetched when needed and never written down. */

export type GetToken = () => string | null | undefined | Promise<string | null | undefined>;

export class TokenSource {
  private token: string | null = null;

  /** `source` is asked anew each time: a portal may set it after the chat is on the page. */
  constructor(private readonly source: () => GetToken | null) {}

  /** The headers of a request; `fresh` asks the portal again, after the API refused the token at hand. */
  async headers(fresh = false): Promise<Record<string, string>> {
    const getToken = this.source();
    if (!getToken) return {};
    if (fresh || !this.token || expired(this.token)) {
      try {
        this.token = (await getToken()) ?? null;
      } catch {
        this.token = null;
      }
    }
    return this.token ? { authorization: `Bearer ${this.token}` } : {};
  }

  get available(): boolean {
    return this.source() !== null;
  }

  /** Whom the token at hand speaks for, to keep one person's history from the next on a shared computer. */
  get subject(): string | null {
    const subject = this.token ? claims(this.token)['sub'] : null;
    return typeof subject === 'string' ? subject : null;
  }
}

/** From an endpoint of the portal's own origin, which answers `{"token": "..."}` or the bare token. */
export async function tokenFrom(url: string): Promise<string | null> {
  const response = await fetch(url, { credentials: 'same-origin', headers: { accept: 'application/json' }, cache: 'no-store' });
  if (!response.ok) return null;
  const text = (await response.text()).trim();
  return text.startsWith('{') ? ((JSON.parse(text) as { token?: string }).token ?? null) : text;
}

function expired(token: string): boolean {
  const end = claims(token)['exp'];
  return typeof end === 'number' && end * 1000 < Date.now() + 5000;
}

/** Read without checking: the API checks; here it only saves a request that would be refused. */
function claims(token: string): Record<string, unknown> {
  try {
    const part = token.split('.')[1] ?? '';
    return JSON.parse(atob(part.replace(/-/g, '+').replace(/_/g, '/'))) as Record<string, unknown>;
  } catch {
    return {};
  }
}
