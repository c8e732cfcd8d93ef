import { routes, type RouteDefinition, type RouteName } from '@shopwright/contract/routes';
import { expectedCell } from './expected.ts';
import { principals } from './principals.ts';

const begin = '<!-- route matrix: generated -->';
const end = '<!-- end of the route matrix -->';

export const routeNames = Object.keys(routes) as RouteName[];

/** The matrix as a Markdown table. */
export function routeMatrix(): string {
  const head = ['route', 'permission', ...principals.map((principal) => principal.name)];
  const rows = routeNames.map((name) => {
    const { method, path, permission }: RouteDefinition = routes[name];
    return [
      `\`${method} ${path}\``,
      `\`${permission}\``,
      ...principals.map((principal) => expectedCell(name, principal)),
    ];
  });
  const widths = head.map((_title, column) => Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** The document with the current matrix between its marks. */
export function withRouteMatrix(document: string): string {
  const [before, rest] = splitAt(document, begin);
  const [, after] = splitAt(rest, end);
  return `${before}${begin}\n\n${routeMatrix()}\n\n${end}${after}`;
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`the document has no line ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
