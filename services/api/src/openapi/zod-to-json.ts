import { z } from 'zod';

/** What the generator gets: the zod node and the JSON schema made of it, to be changed in place. */
interface OverrideContext {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}

/**
 * How zod schemas become JSON schema. A parameter that is prepared before it is checked (`?phase=a,b` becomes a list) is shown as
 * what it is checked against; by itself the preparation says nothing.
 */
export const zodToJsonConfig = {
  override: ({ zodSchema, jsonSchema }: OverrideContext): void => {
    if (!(zodSchema instanceof z.ZodPipe) || !(zodSchema.in instanceof z.ZodTransform)) return;
    const { $schema: _dialect, ...checked } = z.toJSONSchema(zodSchema.out, { io: 'input' });
    Object.assign(jsonSchema, checked);
  },
};
