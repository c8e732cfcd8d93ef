import { Bar } from './bar.tsx';
import { classNames } from './class-names.ts';

export interface MeterProps {
  label: string;
  used: number;
  limit: number;
  /** With its unit: `4 CPUs`. */
  format: (amount: number) => string;
  /** What is used, where the unit of the limit is enough. */
  formatUsed?: (amount: number) => string;
}

/** How much of a limit is used: words, and a bar for the eye. */
export function Meter({ label, used, limit, format, formatUsed = format }: MeterProps) {
  const isFull = used >= limit;
  return (
    <div>
      <dt className="text-muted text-xs">{label}</dt>
      <dd className="mt-0.5">
        <span className={classNames('tabular', isFull && 'text-warn font-medium')}>
          {formatUsed(used)} <span className="text-muted font-normal">of {format(limit)}</span>
        </span>
        <span className="mt-1.5 block">
          <Bar share={limit === 0 ? 1 : used / limit} />
        </span>
      </dd>
    </div>
  );
}
