import { eventsRoutes } from '@shopwright/contract/routes/events';
import type { OperationView } from '@shopwright/contract/schemas/operation';
import { isOperationOpen } from '@shopwright/contract/operations';
import { useQuery } from '@tanstack/react-query';
import { ArrowUpRight, ChevronRight } from 'lucide-react';
import { formatDuration, formatElapsed } from '../../lib/format.ts';
import { operationLogQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session.ts';
import { useServerNow } from '../../lib/server-clock.ts';
import { operationHeadline } from './operation-headline.ts';
import { Timeline } from './timeline.tsx';
import { useProgressAnnouncements } from './use-progress-announcements.ts';

/** The newest operation step by step; folded away once the store is there, kept as a receipt once it is gone. */
export function OperationCard({ operation }: { operation: OperationView }) {
  const isOpen = isOperationOpen(operation.state);
  const may = useMay();
  const log = useQuery({ ...operationLogQuery(operation.id), enabled: may(eventsRoutes.auditLog.permission) });
  useProgressAnnouncements(operation);
  const heading = (
    <span className="flex grow flex-wrap items-baseline gap-x-3">
      <span id="operation-title" className="text-[0.9375rem] font-semibold">
        {operationHeadline(operation)}
      </span>
      <OperationTime operation={operation} />
    </span>
  );
  return (
    <section className="card" aria-labelledby="operation-title" data-operation-state={operation.state}>
      <details open={operation.state !== 'succeeded' || operation.kind === 'delete'} className="group/operation">
        <summary className="flex list-none items-center gap-3 rounded-xl px-5 py-4 sm:px-6">
          {heading}
          <ChevronRight
            aria-hidden
            className="text-muted size-4 shrink-0 transition-transform group-open/operation:rotate-90"
          />
        </summary>
        <div className="border-line border-t px-5 pt-5 pb-2 sm:px-6">
          <Timeline operation={operation} log={log.data ?? []} isOpen={isOpen} />
        </div>
        <OperationFooter operation={operation} />
      </details>
    </section>
  );
}

function OperationTime({ operation }: { operation: OperationView }) {
  const isOpen = isOperationOpen(operation.state);
  const now = useServerNow(isOpen);
  // Waiting in line says nothing about how fast the work is.
  const admittedAt = operation.steps.find((step) => step.id === 'admission')?.endedAt;
  const start = Date.parse(admittedAt ?? operation.createdAt);
  const isUsual = operation.queuePosition === null && operation.state !== 'compensating';
  const usual = isUsual ? operation.usualMs : null;
  return (
    <span className="text-muted tabular text-[0.8125rem]">
      {operation.endedAt === null
        ? formatElapsed(now - start)
        : `in ${formatDuration(Date.parse(operation.endedAt) - start)}`}
      {isOpen && usual !== null && ` · usually about ${formatElapsed(Math.max(1000, usual))}`}
    </span>
  );
}

function OperationFooter({ operation }: { operation: OperationView }) {
  return (
    <footer className="border-line text-muted flex flex-wrap items-center gap-x-4 gap-y-1 border-t px-5 py-3 text-xs sm:px-6">
      <span className="font-mono break-all">{operation.id}</span>
      {operation.workflow && (
        <a
          href={operation.workflow.url}
          target="_blank"
          rel="noreferrer"
          className="hover:text-ink inline-flex items-center gap-1 underline decoration-line-strong underline-offset-3"
        >
          Open the workflow in Temporal <ArrowUpRight aria-hidden className="size-3" />
        </a>
      )}
    </footer>
  );
}
