import { formatDuration, formatMoment } from '../../lib/format.ts';
import type { Bucket } from './history-scale.ts';

/** The chart in numbers. */
export function HistoryTable({ buckets, bucketMs }: { buckets: readonly Bucket[]; bucketMs: number }) {
  return (
    <details className="mt-4">
      <summary className="text-muted hover:text-ink w-fit rounded text-[0.8125rem]">In numbers</summary>
      <table className="tabular mt-3 w-full">
        <thead>
          <tr className="text-muted text-left text-xs">
            <th className="pb-2 font-normal">From, for {formatDuration(bucketMs)}</th>
            <th className="pb-2 text-right font-normal">p50</th>
            <th className="pb-2 text-right font-normal">p95</th>
            <th className="pb-2 text-right font-normal">Runs</th>
          </tr>
        </thead>
        <tbody>
          {buckets.map(({ start, p50Ms, p95Ms, runs }) => (
            <tr key={start} className="border-line border-t">
              <th scope="row" className="py-1.5 text-left font-normal">
                {formatMoment(start)}
              </th>
              <td className="text-right">{formatDuration(p50Ms)}</td>
              <td className="text-right">{formatDuration(p95Ms)}</td>
              <td className="text-muted text-right">{runs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
