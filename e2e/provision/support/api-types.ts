import type { z } from 'zod';
import type { auditPageSchema } from '@shopwright/contract/schemas/event';
import type { Problem } from '@shopwright/contract/schemas/problem';
import type { Accepted } from '@shopwright/contract/schemas/store';

export type AuditPageView = z.infer<typeof auditPageSchema>;

/** Of a mutation: what was accepted, or why not. */
export type StoreAnswer = Accepted & Problem;
