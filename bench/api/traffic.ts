import type { Caller } from './caller.ts';

interface StoreList {
  items: { id: string; operation: { id: string } | null }[];
}

export interface TrafficOptions {
  /** Share of requests that create a store. */
  creates: number;
}

/** What dashboards ask, as a function of the request's number: lists, details, the audit log, and some creates. */
export async function traffic(call: Caller, { creates }: TrafficOptions) {
  const { items } = (await call('GET', '/api/stores?limit=100&phase=ready')).body as StoreList;
  const createEvery = creates > 0 ? Math.round(1 / creates) : Infinity;
  return async (index: number): Promise<{ kind: string; status: number }> => {
    if (index % createEvery === 0 && index > 0) {
      return { kind: 'create', status: (await call('POST', '/api/stores', { name: `Bench ${index}` })).status };
    }
    const store = items[index % Math.max(1, items.length)];
    const reads: [string, string][] = [
      ['list', '/api/stores?limit=50'],
      ['detail', store === undefined ? '/api/limits' : `/api/stores/${store.id}`],
      ['operation', store?.operation ? `/api/operations/${store.operation.id}` : '/api/engines'],
      ['audit', '/api/stores/audit/log?limit=50'],
    ];
    const [kind, path] = reads[index % reads.length] ?? ['list', '/api/stores'];
    return { kind, status: (await call('GET', path)).status };
  };
}
