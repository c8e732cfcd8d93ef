import type { OperationView } from '@shopwright/contract/schemas/operation';
import type { StoreDetail } from '@shopwright/contract/schemas/store';
import type { TestPlatform } from './platform.ts';
import { until } from './until.ts';

export function operationEnd(
  platform: TestPlatform,
  operationId: string,
  timeoutMs?: number,
  pollMs?: number,
): Promise<OperationView> {
  return until(
    `end of ${operationId}`,
    async () => {
      const operation = await platform.api.get<OperationView>(`/api/operations/${operationId}`);
      return operation.done ? operation : undefined;
    },
    timeoutMs,
    pollMs,
  );
}

export function stepActive(platform: TestPlatform, operationId: string, step: string): Promise<OperationView> {
  return until(`step ${step} of ${operationId}`, async () => {
    const operation = await platform.api.get<OperationView>(`/api/operations/${operationId}`);
    if (operation.done)
      throw new Error(`${operationId} ended ${operation.state} before ${step}: ${operation.failure?.detail}`);
    return operation.steps.some((one) => one.id === step && one.state === 'active') ? operation : undefined;
  });
}

export function readStore(platform: TestPlatform, storeId: string): Promise<StoreDetail> {
  return platform.api.get<StoreDetail>(`/api/stores/${storeId}`);
}
