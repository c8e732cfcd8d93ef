import { errorRegistry } from '@shopwright/contract/errors';
import { allowedActions, storePhases } from '@shopwright/contract/phases';
import { describe, expect, it } from 'vitest';
import { patchOperation, patchStore } from './event-patches.ts';
import { sampleEvent, sampleOperation, sampleStore } from './testing-samples.ts';

describe('patchOperation', () => {
  const play = (...events: Parameters<typeof sampleEvent>[]) =>
    events.map((event) => sampleEvent(...event)).reduce(patchOperation, sampleOperation());
  const stepAfter = (...events: Parameters<typeof sampleEvent>[]) =>
    play(...events).steps.find((step) => step.id === 'install');
  const install = { step: 'install', attempt: 1 };

  it('follows a step from its start to its end', () => {
    expect(stepAfter(['step.started', install])).toMatchObject({ state: 'active', attempts: [{ attempt: 1 }] });
    const done = stepAfter(
      ['step.started', install, 1],
      ['step.progress', { ...install, line: 'web 0/1' }, 2],
      ['step.succeeded', install, 4],
    );
    expect(done).toMatchObject({ state: 'done', durationMs: 3000, progress: 'web 0/1', failure: null });
  });

  it('tells a failed attempt that is repeated from one that is the last', () => {
    const failure = { ...install, code: 'HELM_FAILED', detail: 'Helm failed: no route.' };
    const retrying = stepAfter(['step.started', install], ['step.failed', { ...failure, willRetry: true }]);
    expect(retrying).toMatchObject({
      state: 'retrying',
      endedAt: null,
      failure: { detail: 'Helm failed: no route.', hint: errorRegistry.HELM_FAILED.hint },
    });
    const failed = stepAfter(['step.started', install], ['step.failed', { ...failure, willRetry: false }]);
    expect(failed).toMatchObject({ state: 'failed', attempts: [{ failure: { code: 'HELM_FAILED' } }] });
    expect(failed?.endedAt).not.toBeNull();
  });

  it('follows the operation and never reopens one that has ended', () => {
    expect(play(['operation.cancel-requested'])).toMatchObject({ cancelRequested: true, cancellable: false });
    expect(play(['operation.compensating', { code: 'INIT_FAILED' }])).toMatchObject({
      state: 'compensating',
      cancellable: false,
      failure: { code: 'INIT_FAILED' },
    });
    const ended = play(['operation.succeeded', { kind: 'provision' }], ['operation.started']);
    expect(ended).toMatchObject({ state: 'succeeded', done: true });
  });

  it('leaves alone what an event is not about', () => {
    const operation = sampleOperation();
    const other = { ...sampleEvent('step.started', install), operationId: 'op-bbbbbbbbbbbbbbbb' };
    expect(patchOperation(operation, other)).toBe(operation);
    expect(patchOperation(operation, sampleEvent('credentials.revealed'))).toBe(operation);
  });
});

describe('patchStore', () => {
  it.each(storePhases)('gives a store that becomes %s the actions of the transition table', (phase) => {
    const store = patchStore(sampleStore(), sampleEvent('store.phase-changed', { before: 'queued', after: phase }));
    expect(store).toMatchObject({ phase, actions: allowedActions(phase) });
  });

  it('offers no second cancel', () => {
    const asked = patchStore(sampleStore(), sampleEvent('operation.cancel-requested'));
    const changed = patchStore(asked, sampleEvent('store.phase-changed', { after: 'provisioning' }));
    expect(changed.actions).toEqual(['delete']);
  });
});
