import { describe, expect, it } from 'vitest';
import { readWorkerConfig } from './config.ts';

const complete = {
  DATABASE_URL: 'postgres://u@h/d',
  INGRESS_CLASS: 'traefik',
  ENGINE_IMAGES_FILE: '/images.json',
  SEALING_KEY: 'ab'.repeat(32),
};

describe('worker configuration', () => {
  it('needs only what has no sensible default', () => {
    expect(readWorkerConfig(complete)).toMatchObject({
      PROVISION_CONCURRENCY: 5,
      METRICS_PORT: 9464,
      TEMPORAL_NAMESPACE: 'shopwright',
    });
  });

  it('names everything that is missing at once', () => {
    expect(() => readWorkerConfig({})).toThrow(
      /DATABASE_URL[\s\S]*INGRESS_CLASS[\s\S]*ENGINE_IMAGES_FILE[\s\S]*SEALING_KEY/,
    );
  });

  it('refuses a concurrency of nothing', () => {
    expect(() => readWorkerConfig({ ...complete, PROVISION_CONCURRENCY: '0' })).toThrow(/PROVISION_CONCURRENCY/);
  });
});
