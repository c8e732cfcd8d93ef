import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Configuration is wrong; every problem by the name of its variable, never a value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`configuration is not valid:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads configuration from environment variables. `X_FILE` names a file that holds X (a trailing newline is dropped); an empty
 * variable counts as absent. Throws ConfigError with all problems at once.
 */
export function parseConfig<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  environment: Environment = process.env,
): z.infer<z.ZodObject<Shape>> {
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = readVariable(name, environment, problems);
    if (value !== undefined) values[name] = value;
  }
  const result = schema.safeParse(values);
  if (result.success && problems.length === 0) return result.data;
  const invalid = result.success ? [] : result.error.issues.map((issue) => describeIssue(issue, values));
  throw new ConfigError([...problems, ...invalid]);
}

function readVariable(name: string, environment: Environment, problems: string[]): string | undefined {
  const direct = environment[name];
  const file = environment[`${name}_FILE`];
  if (!file) return direct === '' ? undefined : direct;
  if (direct) problems.push(`${name}: set both as ${name} and as ${name}_FILE`);
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    problems.push(`${name}_FILE: the file cannot be read (${code})`);
    return undefined;
  }
}

function describeIssue(issue: z.core.$ZodIssue, values: Readonly<Record<string, string>>): string {
  const name = String(issue.path[0] ?? 'configuration');
  return Object.hasOwn(values, name) ? `${name}: ${issue.message}` : `${name}: is not set`;
}
