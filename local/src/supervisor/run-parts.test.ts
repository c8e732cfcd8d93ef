import { expect, test } from 'vitest';
import type { Part, PartState } from './part.ts';
import type { Progress } from './progress.ts';
import { runParts } from './run-parts.ts';

function recorder() {
  const states: [string, PartState, string][] = [];
  const progress: Progress = {
    update: (name, state, detail) => void states.push([name, state, detail]),
    notice: () => undefined,
    finish: () => undefined,
  };
  return { states, progress };
}

function part(name: string, needs: string[], order: string[], failure?: Error): Part {
  return {
    name,
    needs,
    async start() {
      if (failure) throw failure;
      order.push(`start ${name}`);
      return { stop: async () => void order.push(`stop ${name}`) };
    },
  };
}

test('a part starts after everything that it needs, and stops before it', async () => {
  const order: string[] = [];
  const parts = [part('c', ['b'], order), part('b', ['a'], order), part('a', [], order)];
  const stack = await runParts(parts, recorder().progress, new AbortController().signal);
  await stack.stop();
  expect(stack.failed).toEqual([]);
  expect(order).toEqual(['start a', 'start b', 'start c', 'stop c', 'stop b', 'stop a']);
});

test('what a failed part would have carried is skipped, the rest starts', async () => {
  const order: string[] = [];
  const { states, progress } = recorder();
  const parts = [part('a', [], order, new Error('no disk')), part('b', ['a'], order), part('c', [], order)];
  const stack = await runParts(parts, progress, new AbortController().signal);
  expect(order).toEqual(['start c']);
  expect(stack.failed.toSorted()).toEqual(['a', 'b']);
  expect(states).toContainEqual(['a', 'failed', 'no disk']);
  expect(states).toContainEqual(['b', 'skipped', 'needs a']);
});

test('an aborted start skips what has not begun', async () => {
  const order: string[] = [];
  const stack = await runParts([part('a', [], order)], recorder().progress, AbortSignal.abort());
  expect(order).toEqual([]);
  expect(stack.failed).toEqual(['a']);
});

test('a stop that fails does not keep the others from stopping', async () => {
  const order: string[] = [];
  const stubborn: Part = {
    name: 'stubborn',
    needs: ['a'],
    start: async () => ({
      stop: async () => {
        throw new Error('busy');
      },
    }),
  };
  const stack = await runParts([part('a', [], order), stubborn], recorder().progress, new AbortController().signal);
  await stack.stop();
  expect(order).toEqual(['start a', 'stop a']);
});
