import type { ProvisioningHistoryView } from '@shopwright/contract/schemas/provisioning-history';
import { type PointerEvent, useState } from 'react';
import { formatDuration, formatElapsed, formatMoment, plural } from '../../lib/format.ts';
import { type Bucket, timeMarks, unbroken } from './history-scale.ts';

export interface HistoryChartProps {
  history: ProvisioningHistoryView;
  buckets: readonly Bucket[];
}

interface Scale {
  x: (timestamp: string) => number;
  y: (ms: number) => number;
}

const lines = [
  { key: 'p95Ms', label: '95 of 100 within', stroke: 'stroke-warn', dot: 'bg-warn' },
  { key: 'p50Ms', label: 'half within', stroke: 'stroke-accent', dot: 'bg-accent' },
] as const;

/** Two lines over time; the table below tells the same to whoever cannot see them. */
export function HistoryChart({ history, buckets }: HistoryChartProps) {
  const [pointed, setPointed] = useState<Bucket | undefined>();
  const marks = timeMarks(Math.max(...buckets.map((bucket) => bucket.p95Ms)));
  const scale = scaleOf(history, marks.at(-1) ?? 1);
  const shown = pointed ?? buckets.at(-1);
  return (
    <figure>
      {shown && <Legend bucket={shown} />}
      <div className="flex gap-3">
        <div
          aria-hidden
          className="text-muted tabular relative h-52 w-18 shrink-0 text-right text-xs whitespace-nowrap"
        >
          {marks.map((mark) => (
            <span key={mark} className="absolute right-0 -translate-y-1/2" style={{ top: `${scale.y(mark)}%` }}>
              {formatElapsed(mark)}
            </span>
          ))}
        </div>
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden
          className="h-52 w-full overflow-visible"
          onPointerMove={(event) => setPointed(nearest(event, buckets, scale))}
          onPointerLeave={() => setPointed(undefined)}
        >
          <Grid marks={marks} scale={scale} />
          {pointed && <VerticalLine x={scale.x(pointed.start)} />}
          {lines.map(({ key, stroke }) =>
            unbroken(buckets, history.bucketMs).map((run) => (
              <path
                key={`${key} ${run[0]?.start}`}
                d={pathOf(run, key, scale)}
                className={`fill-none ${stroke}`}
                {...pen}
                strokeWidth={run.length === 1 ? dotWidth : lineWidth}
              />
            )),
          )}
        </svg>
      </div>
      <div aria-hidden className="text-muted mt-2 flex justify-between pl-21 text-xs">
        <span>{formatMoment(history.since)}</span>
        <span>{formatMoment(history.until)}</span>
      </div>
    </figure>
  );
}

const lineWidth = 2.5;
/** A run of one bucket has no length: its round ends are a dot. */
const dotWidth = 8;

/** The plot is stretched to its box, its lines are not. */
const pen = {
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  vectorEffect: 'non-scaling-stroke',
} as const;

function Legend({ bucket }: { bucket: Bucket }) {
  return (
    <figcaption className="tabular mb-5 flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem]">
      <span className="text-muted">
        {formatMoment(bucket.start)}, {plural(bucket.runs, 'run')}
      </span>
      {lines.toReversed().map(({ key, label, dot }) => (
        <span key={key} className="flex items-center gap-2">
          <span aria-hidden className={`size-2 rounded-full ${dot}`} />
          {label} <span className="font-medium">{formatDuration(bucket[key])}</span>
        </span>
      ))}
    </figcaption>
  );
}

function Grid({ marks, scale }: { marks: readonly number[]; scale: Scale }) {
  return marks.map((mark) => (
    <line
      key={mark}
      x1={0}
      x2={100}
      y1={scale.y(mark)}
      y2={scale.y(mark)}
      className="stroke-line"
      vectorEffect="non-scaling-stroke"
    />
  ));
}

function VerticalLine({ x }: { x: number }) {
  return <line x1={x} x2={x} y1={0} y2={100} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />;
}

/** Positions in percent of the plot; a bucket stands at its middle. */
function scaleOf({ since, until, bucketMs }: ProvisioningHistoryView, longestMs: number): Scale {
  const start = Date.parse(since);
  const length = Date.parse(until) - start;
  return {
    x: (timestamp) => (100 * (Date.parse(timestamp) + bucketMs / 2 - start)) / length,
    y: (ms) => 100 - (100 * ms) / longestMs,
  };
}

function pathOf(run: readonly Bucket[], key: 'p50Ms' | 'p95Ms', { x, y }: Scale): string {
  const points = run.map((bucket) => `${x(bucket.start).toFixed(2)} ${y(bucket[key]).toFixed(2)}`);
  return `M${points.join('L')}${points.length === 1 ? 'h0.01' : ''}`;
}

function nearest(event: PointerEvent<SVGSVGElement>, buckets: readonly Bucket[], { x }: Scale): Bucket | undefined {
  const box = event.currentTarget.getBoundingClientRect();
  const at = (100 * (event.clientX - box.left)) / box.width;
  const distance = (bucket: Bucket): number => Math.abs(x(bucket.start) - at);
  return buckets.toSorted((left, right) => distance(left) - distance(right))[0];
}
