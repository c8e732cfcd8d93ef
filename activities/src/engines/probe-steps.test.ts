import { expect, test, vi } from 'vitest';
import type { ProbeContext, ProbeStep } from './probe.ts';
import { createProbeSteps } from './probe-steps.ts';

function contextWith(onStep: (step: ProbeStep) => void, signal = new AbortController().signal): ProbeContext {
  const refuse = () => Promise.reject(new Error('not used'));
  return { signal, http: refuse, readSecret: refuse, runInPod: refuse, onStep };
}

test('a passed check is reported with its time, a failed one is not', async () => {
  const onStep = vi.fn<(step: ProbeStep) => void>();
  const { step, passed } = createProbeSteps(contextWith(onStep));
  await expect(step('cart', () => Promise.resolve({ detail: 'one product', result: 7 }))).resolves.toBe(7);
  await expect(step('order', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(passed).toEqual([{ name: 'cart', detail: 'one product', durationMs: expect.any(Number) }]);
  expect(onStep.mock.calls).toEqual([[passed[0]]]);
});

test('no check begins after the deadline of all, or after the end of the operation', async () => {
  const check = vi.fn(() => Promise.resolve({ detail: '', result: undefined }));
  const late = createProbeSteps(
    contextWith(() => undefined),
    0,
  );
  await vi.waitFor(() => expect(late.step('cart', check)).rejects.toMatchObject({ code: 'STEP_TIMEOUT' }));
  check.mockClear();
  await expect(late.step('cart', check)).rejects.toMatchObject({ code: 'STEP_TIMEOUT' });
  const ended = createProbeSteps(contextWith(() => undefined, AbortSignal.abort(new Error('ended'))));
  await expect(ended.step('cart', check)).rejects.toThrow('ended');
  expect(check).not.toHaveBeenCalled();
});
