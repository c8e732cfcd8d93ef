import type { SubmitOperation } from '@shopwright/contract/temporal';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { StoreMachine } from './store-machine.ts';

const command = (operationId: `op-${string}`, kind: SubmitOperation['kind']): SubmitOperation => ({
  operationId,
  kind,
  organizationId: 'org-default',
});

describe('store machine', () => {
  it('runs commands in order and a repeated one once', () => {
    const machine = new StoreMachine();
    machine.submit(command('op-a', 'provision'));
    machine.submit(command('op-a', 'provision'));
    expect(machine.start(vi.fn())?.operationId).toBe('op-a');
    machine.submit(command('op-a', 'provision'));
    machine.finish();
    expect(machine.hasWork).toBe(false);
  });

  it('a delete ends what runs, and what is still to run', () => {
    const machine = new StoreMachine();
    const onCancel = vi.fn();
    machine.submit(command('op-a', 'provision'));
    machine.start(onCancel);
    machine.submit(command('op-b', 'delete'));
    expect(onCancel).toHaveBeenCalledOnce();
    machine.finish();
    const overtaken = vi.fn();
    const other = new StoreMachine({ pending: [command('op-c', 'retry'), command('op-d', 'delete')], cancelled: [] });
    other.start(overtaken);
    expect(overtaken).toHaveBeenCalledOnce();
  });

  it('a cancel that comes before its operation is not lost', () => {
    const machine = new StoreMachine();
    const onCancel = vi.fn();
    machine.cancel({ operationId: 'op-a' });
    machine.submit(command('op-a', 'provision'));
    machine.start(onCancel);
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('a delete is never cancelled', () => {
    const machine = new StoreMachine();
    const onCancel = vi.fn();
    machine.submit(command('op-a', 'delete'));
    machine.start(onCancel);
    machine.cancel({ operationId: 'op-a' });
    expect(onCancel).not.toHaveBeenCalled();
  });

  it('loses nothing over continue-as-new', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')), (names) => {
        const machine = new StoreMachine();
        for (const name of names) machine.submit(command(`op-${name}`, 'retry'));
        const next = new StoreMachine(machine.state);
        const seen: string[] = [];
        while (next.hasWork) {
          seen.push(next.start(vi.fn())?.operationId ?? '');
          next.finish();
        }
        expect(seen).toEqual(names.map((name) => `op-${name}`));
      }),
    );
  });
});
