import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedActions,
  isActionAllowed,
  livePhases,
  nextPhase,
  requireAction,
  storeActions,
  storePhases,
  type StorePhase,
  type StoreTransition,
} from './phases.ts';

const transitions: readonly StoreTransition[] = [
  'operationStarted',
  'provisioned',
  'operationFailed',
  'retryAccepted',
  'deleteAccepted',
  'deleted',
];

function walk(steps: readonly StoreTransition[]): StorePhase[] {
  const visited: StorePhase[] = ['queued'];
  for (const step of steps) {
    const next = nextPhase(visited.at(-1) ?? 'queued', step);
    if (next !== undefined) visited.push(next);
  }
  return visited;
}

describe('phases', () => {
  it('never leaves deleted, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...transitions)), (steps) => {
        const visited = walk(steps);
        const end = visited.indexOf('deleted');
        expect(end === -1 || end === visited.length - 1).toBe(true);
      }),
    );
  });

  it('becomes ready only out of provisioning', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...transitions)), (steps) => {
        const visited = walk(steps);
        for (const [index, phase] of visited.entries()) {
          if (phase === 'ready') expect(visited[index - 1]).toBe('provisioning');
        }
      }),
    );
  });

  it('reaches deleted from every phase', () => {
    for (const phase of storePhases) {
      const afterDelete = phase === 'deleting' || phase === 'deleted' ? phase : nextPhase(phase, 'deleteAccepted');
      expect(afterDelete === 'deleted' || nextPhase(afterDelete ?? phase, 'deleted') === 'deleted').toBe(true);
    }
  });

  it('allows delete exactly where the table accepts it', () => {
    for (const phase of storePhases) {
      expect(isActionAllowed(phase, 'delete')).toBe(nextPhase(phase, 'deleteAccepted') !== undefined);
      expect(isActionAllowed(phase, 'retry')).toBe(nextPhase(phase, 'retryAccepted') !== undefined);
    }
  });

  it('refuses with the phase and the action', () => {
    expect(() => requireAction('ready', 'retry')).toThrow(
      expect.objectContaining({ code: 'ACTION_NOT_ALLOWED', params: { phase: 'ready', action: 'retry' } }),
    );
    expect(() => requireAction('failed', 'retry')).not.toThrow();
  });

  it('counts everything but deleted as live', () => {
    expect(livePhases).toEqual(storePhases.filter((phase) => phase !== 'deleted'));
    expect(allowedActions('deleted')).toEqual([]);
    expect(storeActions).toHaveLength(3);
  });
});
