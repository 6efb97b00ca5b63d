/** The API that served this script is the one that it talks to, unless the element names another. */

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

/** Its address, without a slash at the end. */
export const HOME = new URL(script.replace(/\/widget\/v1\/[^/]*$/, '/')).href.replace(/\/[^/]*$/, '');
