/** EverShop's scheduled jobs. EverShop gives them a process of its own, which costs a store 90 MB and a second boot. */
import { pathToFileURL } from 'node:url';
import cron from 'node-cron';
import { importShopFile } from './shop.mjs';

/** Schedules the jobs that EverShop's modules registered. */
export async function startScheduledJobs() {
  const { getEnabledJobs } = await importShopFile('lib/cronjob/jobManager.js');
  const log = await importShopFile('lib/log/logger.js');
  for (const job of getEnabledJobs()) {
    const { default: run } = await import(pathToFileURL(job.resolve).href);
    cron.schedule(job.schedule, () => run().catch(log.error));
  }
}
