import { KubeConfig } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { StackError } from '../core/stack-error.ts';
import { selectContext } from './existing-cluster.ts';

function kubeconfig(): KubeConfig {
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: 'one', server: 'https://one' }],
    users: [{ name: 'me' }],
    contexts: [
      { name: 'production', cluster: 'one', user: 'me' },
      { name: 'kind-dev', cluster: 'one', user: 'me' },
    ],
    currentContext: 'production',
  });
  return config;
}

test('the named context is used, never the current one', () => {
  expect(selectContext(kubeconfig(), 'kind-dev').getCurrentContext()).toBe('kind-dev');
});

test('an unknown context is refused with the known ones', () => {
  const attempt = (): KubeConfig => selectContext(kubeconfig(), 'kind');
  expect(attempt).toThrow(StackError);
  expect(attempt).toThrow(expect.objectContaining({ fix: 'one of: production, kind-dev' }));
});
