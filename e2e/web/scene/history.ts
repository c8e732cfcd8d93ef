import { newOperationId } from '@shopwright/contract/ids';
import type { WebPlatform } from '../support/web-platform.ts';

const copies = 48;
const minutesApart = 29;

/** Adds copies of a creation that succeeded, spread over the last day and between half and twice as long. */
export async function seedHistory({ database }: WebPlatform): Promise<void> {
  const { rows } = await database.pool.query<{ id: string }>(
    "select id from operations where kind = 'provision' and state = 'succeeded' order by ended_at limit 1",
  );
  const ids = Array.from({ length: copies }, () => newOperationId());
  const minutes = ids.map((_id, index) => (index + 1) * minutesApart);
  const stretches = ids.map((_id, index) => 1.1 + 0.4 * Math.sin(index) + (index % 11 === 0 ? 0.6 : 0));
  const values = [rows[0]?.id, ids, minutes, stretches];
  await database.pool.query(
    `insert into operations select (jsonb_populate_record(original, jsonb_build_object(
       'id', copy.id, 'workflow_id', null, 'run_id', null,
       'created_at', ${moment('created_at', 'created_at')},
       'admitted_at', ${moment('created_at', 'admitted_at')},
       'ended_at', ${moment('created_at', 'ended_at')}))).*
     from operations as original, ${copied} where original.id = $1`,
    values,
  );
  await database.pool.query(
    `insert into operation_steps select (jsonb_populate_record(original, jsonb_build_object(
       'operation_id', copy.id,
       'started_at', ${moment('started_at', 'started_at')},
       'ended_at', ${moment('started_at', 'ended_at')}))).*
     from operation_steps as original, ${copied} where original.operation_id = $1`,
    values,
  );
}

const copied = 'unnest($2::text[], $3::int[], $4::float8[]) as copy(id, minutes, stretch)';

/** `column` in the past, as long after `begin` as the copy is stretched. */
function moment(begin: string, column: string): string {
  const taken = `(original.${column} - original.${begin}) * copy.stretch`;
  return `original.${begin} + ${taken} - make_interval(mins => copy.minutes)`;
}
