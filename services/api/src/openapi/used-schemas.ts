import type { OpenApiDocument } from './document.ts';

const prefix = '#/components/schemas/';

/** The generator puts what refers to itself, such as any JSON value, where documents cannot refer to. */
const sharedPrefix = `${prefix}__shared#`;

/** Shows what refers to itself as any value. */
export function withoutSharedReferences<Part>(part: Part): Part {
  const text = JSON.stringify(part, (_key, value: unknown) => (isSharedReference(value) ? {} : value));
  return JSON.parse(text);
}

function isSharedReference(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return false;
  return typeof value.$ref === 'string' && value.$ref.startsWith(sharedPrefix);
}

/** Keeps the schemas that something in the document leads to: the generator writes every schema twice, as input and as output. */
export function keepUsedSchemas(document: OpenApiDocument): OpenApiDocument {
  const schemas = document.components?.schemas ?? {};
  const used = new Set<string>();
  const waiting = referencedBy(document.paths);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    waiting.push(...referencedBy(schemas[name]));
  }
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return { ...document, components: { ...document.components, schemas: kept } };
}

function referencedBy(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' && value.startsWith(prefix)
      ? [value.slice(prefix.length)]
      : referencedBy(value),
  );
}
