import { searchAttributeNames } from '@shopwright/contract/temporal';
import { Connection } from '@temporalio/client';

/** Apart from the product's own, on the same server. */
export const testNamespace = 'shopwright-e2e';

const alreadyExists = 6;
const keyword = 2;
const bool = 5;

/** Makes the namespace of these tests with the product's search attributes; one that exists is kept. */
export async function ensureTestNamespace(address: string): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService
      .registerNamespace({
        namespace: testNamespace,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a number is accepted where the type wants a Long
        workflowExecutionRetentionPeriod: { seconds: 86_400 } as never,
      })
      .catch((error: { code?: number }) => {
        if (error.code !== alreadyExists) throw error;
      });
    const deadline = Date.now() + 30_000;
    while (!(await hasSearchAttributes(connection))) {
      if (Date.now() > deadline) throw new Error(`the search attributes of ${testNamespace} do not appear`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  } finally {
    await connection.close();
  }
}

async function hasSearchAttributes(connection: Connection): Promise<boolean> {
  const known = await connection.operatorService
    .listSearchAttributes({ namespace: testNamespace })
    .catch(() => undefined);
  if (known === undefined) return false;
  const missing = Object.values(searchAttributeNames).filter((name) => !(name in (known.customAttributes ?? {})));
  if (missing.length === 0) return true;
  await connection.operatorService
    .addSearchAttributes({
      namespace: testNamespace,
      searchAttributes: Object.fromEntries(
        missing.map((name) => [name, name === searchAttributeNames.storeAttention ? bool : keyword]),
      ),
    })
    .catch(() => undefined);
  return false;
}
