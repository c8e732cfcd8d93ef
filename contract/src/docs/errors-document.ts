import { errorCodes, errorRegistry } from '../errors.ts';

const introduction = `# Errors

Generated from \`contract/src/errors/\` by \`node contract/src/docs/write-errors-document.ts\`; a test keeps it current.

Every error has one code, everywhere: \`code\` of an HTTP answer (RFC 9457 problem details), of a failed operation and of a step
attempt, type of a failure in Temporal, label of a metric. \`retryable\` says whether the same thing may succeed later without
anybody changing anything; the platform repeats such steps by itself until their deadline.
`;

/** The error registry as a page for people. */
export function errorsDocument(): string {
  const sections = errorCodes.toSorted().map((code) => {
    const { status, title, detail, hint, retryable } = errorRegistry[code];
    const lines = [
      `## ${code}`,
      '',
      `${title}.${detail === undefined ? '' : ` _${escape(detail)}_`}`,
      '',
      `- What to do: ${hint}`,
      `- HTTP status: ${status}; retryable: ${retryable ? 'yes' : 'no'}`,
      '',
    ];
    return lines.join('\n');
  });
  return `${introduction}\n${sections.join('\n')}`;
}

function escape(text: string): string {
  return text.replaceAll('_', String.raw`\_`);
}
