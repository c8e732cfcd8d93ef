import { AppError } from '@shopwright/contract/errors';
import { describe, expect, it } from 'vitest';
import { toAppError, toApplicationFailure } from './failure.ts';
import { KubeStatusError } from './kube/kube-error.ts';

const status = (code: number, message: string): KubeStatusError =>
  KubeStatusError.from(code, JSON.stringify({ reason: 'x', message, details: { kind: 'pods', name: 'web' } }));

describe('failures', () => {
  it.each([
    [new AppError('STORE_NOT_FOUND'), 'STORE_NOT_FOUND'],
    [status(403, 'exceeded quota: store'), 'QUOTA_EXCEEDED'],
    [status(403, 'user cannot create'), 'CLUSTER_REFUSED'],
    [status(422, 'invalid'), 'CLUSTER_REFUSED'],
    [status(500, 'etcd'), 'CLUSTER_UNAVAILABLE'],
    [status(429, 'too many'), 'CLUSTER_UNAVAILABLE'],
    [Object.assign(new Error('x'), { code: '40P01' }), 'DATABASE_WRITE_FAILED'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'DATABASE_WRITE_FAILED'],
    [new TypeError('a defect of ours'), 'INTERNAL'],
    ['not even an error', 'INTERNAL'],
  ])('%s is %s', (error, code) => {
    expect(toAppError(error).code).toBe(code);
  });

  it('leaves an activity with its code, retryable as the registry says', () => {
    expect(toApplicationFailure(new AppError('CLUSTER_UNAVAILABLE'))).toMatchObject({
      type: 'CLUSTER_UNAVAILABLE',
      nonRetryable: false,
    });
    expect(toApplicationFailure(new AppError('QUOTA_EXCEEDED'))).toMatchObject({
      type: 'QUOTA_EXCEEDED',
      nonRetryable: true,
    });
  });

  it('hides secrets and keeps the text short', () => {
    const error = new AppError('HELM_FAILED', { params: { reason: `password=hunter2 ${'x'.repeat(5000)}` } });
    const { message } = toApplicationFailure(error);
    expect(message).not.toContain('hunter2');
    expect(message.length).toBeLessThanOrEqual(1000);
  });

  it('tells what is left after a blocked teardown', () => {
    const error = new AppError('TEARDOWN_BLOCKED', { params: { reason: 'volume a; namespace b' } });
    expect(toApplicationFailure(error).details).toEqual([
      expect.objectContaining({ leftovers: ['volume a', 'namespace b'] }),
    ]);
  });
});
