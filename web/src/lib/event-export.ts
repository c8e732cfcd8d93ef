import type { EventView } from '@shopwright/contract/schemas/event';
import { describeEvent } from './describe-event.ts';

const columns: readonly (readonly [string, (event: EventView) => string | null])[] = [
  ['id', (event) => event.id],
  ['at', (event) => event.at],
  ['type', (event) => event.type],
  ['what', (event) => describeEvent(event).text],
  ['detail', (event) => describeEvent(event).detail ?? null],
  ['store', (event) => event.storeId],
  ['operation', (event) => event.operationId],
  ['actor', (event) => event.actor.name],
  ['actor kind', (event) => event.actor.kind],
  ['address', (event) => event.source?.address ?? null],
  ['user agent', (event) => event.source?.userAgent ?? null],
  ['request', (event) => event.source?.requestId ?? null],
  ['data', (event) => JSON.stringify(event.data)],
];

/** Events as a table for spreadsheets (RFC 4180). */
export function eventsAsCsv(events: readonly EventView[]): string {
  const rows = events.map((event) => columns.map(([, read]) => read(event) ?? ''));
  return [columns.map(([name]) => name), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Events as the API gives them, one JSON object a line. */
export function eventsAsJsonLines(events: readonly EventView[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

function cell(text: string): string {
  // A spreadsheet would run what begins like a formula, and names and user agents are anybody's text.
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
