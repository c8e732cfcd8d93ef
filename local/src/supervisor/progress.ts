import { createLogUpdate } from 'log-update';
import { styleText } from 'node:util';
import type { PartState } from './part.ts';

/** Where the start of the parts is shown. */
export interface Progress {
  update(name: string, state: PartState, detail: string): void;
  notice(name: string, message: string): void;
  /** Ends the live display; later notices are plain lines. */
  finish(): void;
}

const colours = {
  waiting: 'gray',
  building: 'yellow',
  starting: 'cyan',
  ready: 'green',
  failed: 'red',
  skipped: 'gray',
  stopping: 'cyan',
} as const satisfies Record<PartState, string>;

/** Seconds with one digit below ten, else minutes and seconds: `4.2 s`, `3 min 07 s`. */
export function formatElapsed(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

interface Row {
  state: PartState;
  detail: string;
  startedAt: number | undefined;
  endedAt: number | undefined;
}

const isOver = (state: PartState): boolean => state === 'ready' || state === 'failed' || state === 'skipped';

function moveOn(row: Row, state: PartState, detail: string, now: number): void {
  row.startedAt ??= state === 'waiting' ? undefined : now;
  row.endedAt = isOver(state) ? (row.endedAt ?? now) : undefined;
  row.state = state;
  row.detail = detail;
}

const elapsedOf = (row: Row, now: number): string =>
  row.startedAt === undefined ? '' : formatElapsed((row.endedAt ?? now) - row.startedAt);

/** How often a part that stays in one state may say how far it is, in milliseconds. */
const quietMs = 30_000;

/** One plain line whenever a part changes its state, and now and then while it stays in one: for logs and pipes. */
export function plainProgress(
  names: readonly string[],
  write: (line: string) => void,
  now: () => number = Date.now,
): Progress {
  const rows = newRows(names);
  const writtenAt = new Map<string, number>();
  return {
    update(name, state, detail) {
      const row = rowOf(rows, name);
      const isNews = row.state !== state || now() - (writtenAt.get(name) ?? 0) >= quietMs;
      moveOn(row, state, detail, now());
      if (!isNews) return;
      writtenAt.set(name, now());
      write([name.padEnd(widthOf(names)), state, elapsedOf(row, now()), detail].filter(Boolean).join('  '));
    },
    notice: (name, message) => write(`${name.padEnd(widthOf(names))}  ${message}`),
    finish: () => undefined,
  };
}

/** One live line per part, redrawn in place. */
export function liveProgress(names: readonly string[], stream: NodeJS.WriteStream): Progress {
  const rows = newRows(names);
  const redraw = createLogUpdate(stream);
  const draw = (): void => redraw(names.map((name) => renderRow(name, rowOf(rows, name), widthOf(names))).join('\n'));
  let isLive = true;
  const timer = setInterval(draw, 200);
  return {
    update(name, state, detail) {
      moveOn(rowOf(rows, name), state, detail, Date.now());
      if (isLive) draw();
    },
    notice(name, message) {
      if (isLive) redraw.clear();
      stream.write(`${name.padEnd(widthOf(names))}  ${message}\n`);
      if (isLive) draw();
    },
    finish() {
      clearInterval(timer);
      if (isLive) draw();
      redraw.done();
      isLive = false;
    },
  };
}

function renderRow(name: string, row: Row, width: number): string {
  const state = styleText(colours[row.state], row.state.padEnd(8));
  return `  ${name.padEnd(width)}  ${state}  ${elapsedOf(row, Date.now()).padStart(11)}  ${row.detail.split('\n')[0] ?? ''}`;
}

function newRows(names: readonly string[]): Map<string, Row> {
  return new Map(
    names.map((name) => [name, { state: 'waiting', detail: '', startedAt: undefined, endedAt: undefined }]),
  );
}

function rowOf(rows: Map<string, Row>, name: string): Row {
  const row = rows.get(name);
  if (!row) throw new Error(`No part is called ${name}.`);
  return row;
}

const widthOf = (names: readonly string[]): number => Math.max(...names.map((name) => name.length));
