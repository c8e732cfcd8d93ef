import { z } from 'zod';

export const actorSchema = z
  .object({
    kind: z.enum(['operator', 'user', 'token', 'system', 'anonymous']),
    id: z.string(),
    name: z.string(),
  })
  .meta({ id: 'Actor' });
