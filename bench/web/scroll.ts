import type { CDPSession, Page } from 'playwright-core';
import { noteFrames, notedFrames } from './in-page.ts';

/** A brisk flick of the wheel or the finger, in CSS pixels per second. */
const speed = 3000;
const distance = 12_000;

/** Milliseconds between frames while the page is scrolled down as a person does. */
export async function scrollTimes(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(noteFrames);
  await flick(session, distance / 4); // The first frames compile what the rest uses.
  const from = (await page.evaluate<number[]>(notedFrames)).length;
  await flick(session, distance);
  const frames = (await page.evaluate<number[]>(notedFrames)).slice(from);
  await session.detach();
  return frames.slice(1).map((at, index) => at - (frames[index] ?? at));
}

async function flick(session: CDPSession, yDistance: number): Promise<void> {
  const center = { x: 680, y: 450 };
  await session.send('Input.synthesizeScrollGesture', { ...center, yDistance: -yDistance, speed });
}
