import { loadEngines } from '@shopwright/activities';
import { readWorkerConfig } from './config.ts';
import { runWorker } from './run-worker.ts';

await runWorker(readWorkerConfig(), await loadEngines());
