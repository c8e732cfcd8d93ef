import type { OperationId, OrganizationId } from '@shopwright/contract/ids';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../accept/create-store.ts';
import { queuePositions } from '../repositories/line.ts';
import { insertSampleOrganization, sampleCreate } from '../testing/samples.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { admitOperation, listAdmissible } from './admit-operation.ts';
import { closeOperation } from './close-operation.ts';

describe('admission', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  const end = (operationId: OperationId) =>
    closeOperation(database.db, { operationId, outcome: 'failed', failure: { code: 'HELM_FAILED', detail: 'x' } });

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
    for (const id of ids) await end(id);
  });

  describe('between organizations', () => {
    const accepted: OperationId[] = [];
    afterEach(() => Promise.all(accepted.splice(0).map(end)));

    async function ask(organizationId: OrganizationId, count = 1): Promise<OperationId[]> {
      const ids: OperationId[] = [];
      for (let index = 0; index < count; index += 1) {
        ids.push((await createStore(database.db, sampleCreate({ organizationId }))).operationId);
      }
      accepted.push(...ids);
      return ids;
    }

    /** Gives every free place away, as the workers do, and tells who got one. */
    async function fill(limit: number): Promise<OperationId[]> {
      const admissible = (await listAdmissible(database.db, limit)).map((operation) => operation.id);
      for (const id of admissible) expect(await admitOperation(database.db, id, limit)).toEqual({ admitted: true });
      return admissible;
    }

    it.each([1, 2, 5])('the first operation of one is next beside 100 of another, with %i places', async (limit) => {
      const greedy = await ask(await insertSampleOrganization(database.db), 100);
      expect(await fill(limit)).toEqual(greedy.slice(0, limit));
      const [small] = await ask(await insertSampleOrganization(database.db));
      if (small === undefined || greedy[0] === undefined) throw new Error('operations expected');
      const positions = await queuePositions(database.db, [small, ...greedy]);
      expect(positions.get(small)).toBe(1);
      expect(greedy.slice(limit).map((id) => positions.get(id))).toEqual(greedy.slice(limit).map((_id, at) => at + 2));
      await end(greedy[0]);
      expect(await fill(limit)).toEqual([small]);
    });

    it('they take turns where each has several waiting, and nobody is forgotten', async () => {
      const [left, right] = [await insertSampleOrganization(database.db), await insertSampleOrganization(database.db)];
      const of = new Map<OperationId, string>((await ask(left, 6)).map((id) => [id, 'left']));
      for (const id of await ask(right, 6)) of.set(id, 'right');
      const turns: (string | undefined)[] = [];
      for (let running = await fill(1); running.length > 0; running = await fill(1)) {
        turns.push(...running.map((id) => of.get(id)));
        await Promise.all(running.map(end));
      }
      expect(turns).toEqual(Array.from({ length: 6 }, () => ['left', 'right']).flat());
    });

    it('one that is alone may use every place', async () => {
      const ids = await ask(await insertSampleOrganization(database.db), 3);
      expect(await fill(3)).toEqual(ids);
    });

    it('the line that people see is the order in which places are given', async () => {
      const organizations = [await insertSampleOrganization(database.db), await insertSampleOrganization(database.db)];
      const [first, second] = organizations;
      if (first === undefined || second === undefined) throw new Error('organizations expected');
      const ids = [...(await ask(first, 3)), ...(await ask(second, 2)), ...(await ask(first, 1))];
      const positions = await queuePositions(database.db, ids);
      const seen = ids.toSorted((left, right) => (positions.get(left) ?? 0) - (positions.get(right) ?? 0));
      expect((await listAdmissible(database.db, 100)).map((operation) => operation.id)).toEqual(seen);
      expect([...positions.values()].toSorted((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6]);
    });
  });
});
