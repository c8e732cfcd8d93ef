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

/** Keeps in \`seen\` when each state of each step was first in a frame; 0 for what was there before. */
export const noteStepStates = `(() => {
  const seen = {};
  globalThis.seen = seen;
  const note = () => {
    const now = Date.now();
    for (const { dataset } of document.querySelectorAll('[data-step]')) seen[dataset.step + '/' + dataset.state] ??= now;
  };
  note();
  for (const key of Object.keys(seen)) seen[key] = 0;
  new MutationObserver(() => requestAnimationFrame(note)).observe(document.body, {
    subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'],
  });
})()`;

/** Milliseconds from each typed text to the frame in which the number of stores has changed. */
export const filterDurations = (texts: readonly string[]): string => `(async () => {
  const input = document.querySelector('input[type=search]');
  // The prototype's setter, as typing does it: React watches the input's own.
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  const shown = () => document.querySelector('search output')?.textContent;
  const durations = [];
  for (const text of ${JSON.stringify(texts)}) {
    const before = shown();
    const started = performance.now();
    set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    while (shown() === before && performance.now() - started < 5000) await new Promise(requestAnimationFrame);
    durations.push(performance.now() - started);
  }
  return durations;
})()`;

/** Milliseconds between frames while the page scrolls through its whole height. */
export const scrollGaps = `(async () => {
  const gaps = [];
  let last = performance.now();
  for (let top = 0; top < document.documentElement.scrollHeight; top += 400) {
    scrollTo(0, top);
    await new Promise(requestAnimationFrame);
    gaps.push(performance.now() - last);
    last = performance.now();
  }
  return gaps;
})()`;
