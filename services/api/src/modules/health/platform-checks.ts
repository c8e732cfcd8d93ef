import { lastWorkerBeat, pingDatabase, type Database } from '@shopwright/database';
import type { ClusterClient } from '../../clients/cluster.ts';
import type { TemporalClient } from '../../clients/temporal.ts';
import { Unhealthy, type HealthOptions } from './health-checks.ts';

/** A worker writes that it lives every few seconds. */
const workerSilenceMs = 20_000;

export interface PlatformParts {
  db: Database;
  temporal: TemporalClient;
  cluster: ClusterClient;
}

/** How each part of the platform is asked whether it works. */
export function platformChecks({ db, temporal, cluster }: PlatformParts): HealthOptions['checks'] {
  return {
    database: () => pingDatabase(db),
    temporal: (signal) => temporal.ping(signal),
    cluster: (signal) => cluster.ping(signal),
    worker: async () => {
      const seenAt = await lastWorkerBeat(db);
      if (seenAt === null) throw new Unhealthy('no worker has ever been seen');
      const silenceMs = Date.now() - seenAt.getTime();
      if (silenceMs > workerSilenceMs)
        throw new Unhealthy(`no worker has been seen for ${Math.round(silenceMs / 1000)} s`);
    },
  };
}
