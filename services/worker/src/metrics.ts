import { commandBacklog, countOperationsByState, type Database } from '@shopwright/database';
import { Gauge, type Registry } from '@shopwright/runtime';

/** Figures that an operator alerts on; read from the database when Prometheus asks. */
export function registerWorkerMetrics(registry: Registry, db: Database): void {
  const operations = new Gauge({
    name: 'shopwright_operations',
    help: 'Operations by state',
    labelNames: ['state'],
    registers: [registry],
    collect: async () => {
      for (const [state, count] of Object.entries(await countOperationsByState(db))) operations.set({ state }, count);
    },
  });
  const oldest = new Gauge({
    name: 'shopwright_command_oldest_seconds',
    help: 'Age of the oldest accepted command that has not reached its workflow',
    registers: [registry],
    collect: async () => {
      oldest.set((await commandBacklog(db)).oldestSeconds);
    },
  });
}
