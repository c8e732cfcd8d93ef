/**
 * Programs that run in the page. They are texts because the types of the DOM would change those of Node for the whole
 * project.
 */

/** Bytes on the wire of the scripts that the page has loaded. */
export const loadedScripts = `performance.getEntriesByType('resource')
  .filter((entry) => entry.name.endsWith('.js'))
  .map((entry) => ({ name: entry.name, bytes: entry.encodedBodySize }))`;

/** How much wider than the window the page is, in pixels. */
export const excessWidth = 'document.documentElement.scrollWidth - innerWidth';

export const refuseClipboard = `Object.defineProperty(navigator.clipboard, 'writeText', {
  value: () => Promise.reject(new Error('refused')),
})`;
