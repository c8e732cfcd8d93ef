/**
 * Programs that run in the page. They are texts because the types of the DOM would change those of Node for the whole
 * project.
 */

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

/** Starts to keep in \`frameTimes\` when each frame began. */
export const noteFrames = `(() => {
  globalThis.frameTimes = [];
  const note = (at) => { globalThis.frameTimes.push(at); requestAnimationFrame(note); };
  requestAnimationFrame(note);
})()`;

export const notedFrames = 'globalThis.frameTimes';
