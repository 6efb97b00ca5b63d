/** The lit that the chat's script brought: one copy a page, and one policy for its trusted types. */

type Shared = Pick<typeof import('lit'), 'css' | 'html' | 'LitElement' | 'nothing' | 'svg'>;

export const { css, html, LitElement, nothing, svg } = Reflect.get(globalThis, Symbol.for('guiderail.lit')) as Shared;
