import type { Browser, CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import { noteFrames, notedFrames } from './in-page.ts';

export interface ScrollTimes {
  /** Milliseconds between frames. */
  gaps: number[];
  /** Milliseconds of work of the page's main thread in each frame: scripts, styles, layout, paint. */
  mainThread: number[];
}

/** A brisk flick of the wheel or the finger, in CSS pixels per second. */
const speed = 3000;
const distance = 12_000;

/** Scrolls down as a person does and measures every frame. */
export async function scrollTimes(browser: Browser, page: Page): Promise<ScrollTimes> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(noteFrames);
  await flick(session, distance / 4); // The first frames compile what the rest uses.
  const from = (await page.evaluate<number[]>(notedFrames)).length;
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await flick(session, distance);
  const trace = await browser.stopTracing();
  const frames = (await page.evaluate<number[]>(notedFrames)).slice(from);
  await session.detach();
  return {
    gaps: frames.slice(1).map((at, index) => at - (frames[index] ?? at)),
    mainThread: mainThreadWork(traceSchema.parse(JSON.parse(trace.toString())).traceEvents),
  };
}

async function flick(session: CDPSession, yDistance: number): Promise<void> {
  const center = { x: 680, y: 450 };
  await session.send('Input.synthesizeScrollGesture', { ...center, yDistance: -yDistance, speed });
}

const traceEventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
});
type TraceEvent = z.infer<typeof traceEventSchema>;
const traceSchema = z.object({ traceEvents: z.array(traceEventSchema.loose()) });

/** Tasks of the thread that makes the page's frames, summed from one frame's beginning to the next one's. */
function mainThreadWork(events: readonly TraceEvent[]): number[] {
  const frames = events.filter(({ name }) => name === 'BeginMainThreadFrame').toSorted((a, b) => a.ts - b.ts);
  const [first] = frames;
  if (first === undefined) return [];
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === first.pid && tid === first.tid,
  );
  return frames.slice(1).map((frame, index) => {
    const from = frames[index]?.ts ?? frame.ts;
    const within = tasks.filter(({ ts }) => ts >= from && ts < frame.ts);
    return within.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000;
  });
}
