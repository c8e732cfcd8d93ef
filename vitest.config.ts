import { defineConfig } from 'vitest/config';

/** Files of one worker share its modules: to load the API anew takes longer than most files' tests. */
const isolate = false;

export default defineConfig({
  test: {
    // Many tests wait for Postgres, Temporal and programs: one worker less than there are cores leaves a small machine idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/src/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.int.test.ts'],
          isolate,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['**/src/**/*.int.test.ts'],
          exclude: ['**/node_modules/**', 'web/**'],
          isolate,
          globalSetup: ['database/src/testing/global-setup.ts', 'workflows/src/testing/temporal-server.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 5000 } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          exclude: ['**/node_modules/**'],
          // They share one stack and measure time: one file at a time.
          fileParallelism: false,
          // A browser or a pod that was starved on a small CI machine gets one more try; the report marks it as flaky.
          retry: process.env['CI'] ? 1 : 0,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
