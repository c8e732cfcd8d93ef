import { formatAgo, formatDateTime } from '../lib/format.ts';
import { serverNowMs } from '../lib/server-clock.ts';

export function TimeAgo({ at, className }: { at: string; className?: string }) {
  return (
    <time dateTime={at} title={formatDateTime(at)} className={className}>
      {formatAgo(at, serverNowMs())}
    </time>
  );
}
