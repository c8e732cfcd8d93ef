/** On every object of a store, the namespace first: who owns it. */
export const storeIdLabel = 'shopwright.dev/store-id';
export const operationIdLabel = 'shopwright.dev/operation-id';
/** On the namespace: whose store it is. */
export const organizationIdLabel = 'shopwright.dev/organization-id';
export const componentLabel = 'app.kubernetes.io/component';

/** Server-side apply and audit logs of the cluster show our changes under this name. */
export const fieldManager = 'shopwright';

/** Labels of the objects that activities make themselves. */
export function ownLabels(storeId: string, operationId: string, component: string): Record<string, string> {
  return {
    'app.kubernetes.io/part-of': 'shopwright',
    'app.kubernetes.io/managed-by': 'shopwright',
    [componentLabel]: component,
    [storeIdLabel]: storeId,
    [operationIdLabel]: operationId,
  };
}
