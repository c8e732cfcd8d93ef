import type { EventView } from '@shopwright/contract/schemas/event';

/** What a step reported with an event; empty where it reported nothing. */
export function lineText({ data }: EventView): string {
  return typeof data['line'] === 'string' ? data['line'] : '';
}

/** The lines that contain every sought word, whatever its case. */
export function findLines(lines: readonly EventView[], sought: string): readonly EventView[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter((line) => {
    const text = lineText(line).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** A log file: time and text. */
export function linesAsText(lines: readonly EventView[]): string {
  return lines.map((line) => `${line.at} ${lineText(line)}\n`).join('');
}
