import { systemActor, type Actor } from '@shopwright/contract/events';
import type { OperationId, StoreId } from '@shopwright/contract/ids';
import type { StepId } from '@shopwright/contract/steps';
import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../connection.ts';
import { appendEvents } from '../repositories/events.ts';
import { operationSteps, stepAttempts, type EventData, type StoredFailure } from '../schema/index.ts';

/** One attempt of one step. */
export interface AttemptKey {
  storeId: StoreId;
  operationId: OperationId;
  step: StepId;
  /** From 1. */
  attempt: number;
}

/** Notes the beginning of an attempt; earlier ones that never ended were lost with their worker. */
export async function startAttempt(db: Database, key: AttemptKey, worker: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(stepAttempts)
      .set({ endedAt: sql`clock_timestamp()` })
      .where(and(ofStep(stepAttempts, key), lt(stepAttempts.attempt, key.attempt), isNull(stepAttempts.endedAt)));
    await tx
      .update(operationSteps)
      .set({
        state: 'active',
        startedAt: sql`coalesce(${operationSteps.startedAt}, clock_timestamp())`,
        endedAt: null,
        failure: null,
      })
      .where(ofStep(operationSteps, key));
    await tx
      .insert(stepAttempts)
      .values({ ...stepKey(key), attempt: key.attempt, startedAt: sql`clock_timestamp()`, worker })
      .onConflictDoNothing();
    await appendStepEvent(tx, key, 'step.started', {});
  });
}

/** Notes that an attempt did what the step is for. */
export async function succeedAttempt(db: Database, key: AttemptKey, detail: EventData = {}): Promise<void> {
  await db.transaction(async (tx) => {
    await endAttempt(tx, key, null);
    await tx
      .update(operationSteps)
      .set({ state: 'done', endedAt: sql`clock_timestamp()`, failure: null })
      .where(ofStep(operationSteps, key));
    await appendStepEvent(tx, key, 'step.succeeded', detail);
  });
}

/** Notes why an attempt failed, and whether another one follows. */
export async function failAttempt(
  db: Database,
  key: AttemptKey,
  failure: StoredFailure,
  willRetry: boolean,
): Promise<void> {
  await db.transaction(async (tx) => {
    await endAttempt(tx, key, failure);
    await tx
      .update(operationSteps)
      .set({
        state: willRetry ? 'retrying' : 'failed',
        failure,
        ...(willRetry ? {} : { endedAt: sql`clock_timestamp()` }),
      })
      .where(ofStep(operationSteps, key));
    await appendStepEvent(tx, key, 'step.failed', { code: failure.code, detail: failure.detail, willRetry });
  });
}

/** The newest line of a running step, for its timeline. */
export async function reportProgress(db: Database, key: AttemptKey, line: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(operationSteps).set({ progress: line }).where(ofStep(operationSteps, key));
    await appendEvents(tx, [{ ...stepEvent(key), type: 'step.progress', data: { ...stepData(key), line } }]);
  });
}

async function endAttempt(tx: Transaction, key: AttemptKey, failure: StoredFailure | null): Promise<void> {
  await tx
    .update(stepAttempts)
    .set({ endedAt: sql`clock_timestamp()`, failure })
    .where(and(ofStep(stepAttempts, key), eq(stepAttempts.attempt, key.attempt)));
}

async function appendStepEvent(
  tx: Transaction,
  key: AttemptKey,
  type: 'step.started' | 'step.succeeded' | 'step.failed',
  data: EventData,
): Promise<void> {
  const dedupeKey = `${key.operationId}/${key.step}/${key.attempt}/${type}`;
  await appendEvents(tx, [{ ...stepEvent(key), type, data: { ...stepData(key), ...data }, dedupeKey }]);
}

function stepEvent(key: AttemptKey): { actor: Actor; storeId: StoreId; operationId: OperationId } {
  return { actor: systemActor, storeId: key.storeId, operationId: key.operationId };
}

function stepData(key: AttemptKey): EventData {
  return { step: key.step, attempt: key.attempt };
}

function stepKey(key: AttemptKey): { operationId: OperationId; step: StepId } {
  return { operationId: key.operationId, step: key.step };
}

function ofStep(table: typeof operationSteps | typeof stepAttempts, key: AttemptKey) {
  return and(eq(table.operationId, key.operationId), eq(table.step, key.step));
}

/** Shows finished steps as undone: what they made has been removed. */
export async function markStepsUndone(
  db: Database,
  operation: Pick<AttemptKey, 'storeId' | 'operationId'>,
  steps: readonly StepId[],
): Promise<void> {
  if (steps.length === 0) return;
  await db.transaction(async (tx) => {
    const undone = await tx
      .update(operationSteps)
      .set({ state: 'undone' })
      .where(
        and(
          eq(operationSteps.operationId, operation.operationId),
          inArray(operationSteps.step, [...steps]),
          eq(operationSteps.state, 'done'),
        ),
      )
      .returning({ step: operationSteps.step });
    await appendEvents(
      tx,
      undone.map(({ step }) => ({
        type: 'step.undone',
        actor: systemActor,
        ...operation,
        data: { step },
        dedupeKey: `${operation.operationId}/${step}/undone`,
      })),
    );
  });
}
