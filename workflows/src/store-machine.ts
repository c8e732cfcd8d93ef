import type { OperationId } from '@shopwright/contract/ids';
import type { CancelOperation, SubmitOperation } from '@shopwright/contract/temporal';

/** What survives continue-as-new. */
export interface StoreMachineState {
  pending: readonly SubmitOperation[];
  cancelled: readonly OperationId[];
}

/**
 * The commands of one store: keeps them in order, knows repeated ones, lets a delete overtake and end what still runs. Plain
 * state without Temporal.
 */
export class StoreMachine {
  #pending: SubmitOperation[];
  readonly #cancelled: Set<OperationId>;
  #running: SubmitOperation | undefined;
  #cancelRunning: (() => void) | undefined;

  constructor(state: StoreMachineState = { pending: [], cancelled: [] }) {
    this.#pending = [...state.pending];
    this.#cancelled = new Set(state.cancelled);
  }

  get state(): StoreMachineState {
    return { pending: [...this.#pending], cancelled: [...this.#cancelled] };
  }

  get hasWork(): boolean {
    return this.#pending.length > 0;
  }

  submit(command: SubmitOperation): void {
    const isKnown = [this.#running, ...this.#pending].some((known) => known?.operationId === command.operationId);
    if (isKnown) return;
    this.#pending.push(command);
    if (command.kind === 'delete') this.#cancelRunning?.();
  }

  cancel({ operationId }: CancelOperation): void {
    this.#cancelled.add(operationId);
    if (this.#running?.operationId === operationId) this.#cancelRunning?.();
  }

  /** Takes the next operation; `onCancel` is called at once if it has been cancelled or overtaken already. */
  start(onCancel: () => void): SubmitOperation | undefined {
    const next = this.#pending.shift();
    if (next === undefined) return undefined;
    this.#running = next;
    this.#cancelRunning = next.kind === 'delete' ? undefined : onCancel;
    const isOvertaken = this.#pending.some((command) => command.kind === 'delete');
    if (this.#cancelled.has(next.operationId) || isOvertaken) this.#cancelRunning?.();
    return next;
  }

  finish(): void {
    if (this.#running !== undefined) this.#cancelled.delete(this.#running.operationId);
    this.#running = undefined;
    this.#cancelRunning = undefined;
  }
}
