import { storePhases } from '@shopwright/contract/phases';
import { organizationIdSchema } from '@shopwright/contract/schemas/common';
import { z } from 'zod';

export const storeSorts = ['newest', 'oldest', 'name', 'phase'] as const;
export type StoreSort = (typeof storeSorts)[number];

/** What of the list is shown, as it stands in the address; anything unknown in it is ignored. */
export const storeListSearchSchema = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined),
  phase: z.array(z.enum(storePhases)).optional().catch(undefined),
  organization: organizationIdSchema.optional().catch(undefined),
  sort: z.enum(storeSorts).optional().catch(undefined),
});

export type StoreListSearch = z.infer<typeof storeListSearchSchema>;
