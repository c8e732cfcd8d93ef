import { errorRegistry, isErrorCode } from '@shopwright/contract/errors';
import { Card } from '../../components/card.tsx';

export function FailuresCard({ failures }: { failures: Readonly<Record<string, number>> }) {
  const rows = Object.entries(failures).toSorted(([, left], [, right]) => right - left);
  return (
    <Card title="Why operations failed">
      {rows.length === 0 ? (
        <p className="text-muted">None has failed.</p>
      ) : (
        <ul className="divide-line divide-y">
          {rows.map(([code, count]) => (
            <li key={code} className="flex items-baseline gap-4 py-2.5 first:pt-0 last:pb-0">
              <div className="min-w-0 grow">
                <p>{isErrorCode(code) ? errorRegistry[code].title : code}</p>
                <code className="text-muted font-mono text-xs break-all">{code}</code>
              </div>
              <span className="tabular font-medium">{count.toLocaleString()}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
