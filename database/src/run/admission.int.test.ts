import type { OperationId } from '@shopwright/contract/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../accept/create-store.ts';
import { queuePositions } from '../repositories/operations.ts';
import { sampleCreate } from '../testing/samples.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { admitOperation, listAdmissible } from './admit-operation.ts';
import { closeOperation } from './close-operation.ts';

describe('admission', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('admits no more than the limit, in order of arrival, and moves the line when one ends', async () => {
    const { db } = database;
    const ids: OperationId[] = [];
    for (let index = 0; index < 5; index += 1) ids.push((await createStore(db, sampleCreate())).operationId);
    const [first, second, third, fourth, fifth] = ids;
    if (!first || !second || !third || !fourth || !fifth) throw new Error('five operations expected');
    const answers = await Promise.all(ids.toReversed().map((id) => admitOperation(db, id, 2)));
    expect(answers.filter((answer) => answer.admitted)).toHaveLength(2);
    expect(await admitOperation(db, first, 2)).toEqual({ admitted: true });
    expect(await admitOperation(db, third, 2)).toEqual({ admitted: false, position: 1 });
    expect((await queuePositions(db, [fifth])).get(fifth)).toBe(3);
    expect(await listAdmissible(db, 2)).toEqual([]);
    await closeOperation(db, { operationId: second, outcome: 'succeeded', failure: null });
    expect((await listAdmissible(db, 2)).map((operation) => operation.id)).toEqual([third]);
    expect(await admitOperation(db, fourth, 2)).toEqual({ admitted: false, position: 2 });
    expect(await admitOperation(db, third, 2)).toEqual({ admitted: true });
  });
});
