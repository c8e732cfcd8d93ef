import { CloudOff, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { explainError } from '../lib/api-error.ts';
import { asSentence } from '../lib/format.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

/** A grey shape where something will be. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames('bg-line/70 block animate-pulse rounded-md', className)} />;
}

export interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** It is all that the page has: its title is that of the page. */
  isPage?: boolean;
}

export function EmptyState({ icon, title, children, action, isPage = false }: EmptyStateProps) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className="flex flex-col items-center px-6 py-16 text-center">
      <div className="text-muted mb-5">{icon}</div>
      <Heading className="text-lg font-semibold">{title}</Heading>
      <div className="text-muted mt-1.5 max-w-[46ch] leading-relaxed text-pretty">{children}</div>
      {action !== undefined && <div className="mt-6">{action}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
}

/** What went wrong, what to do, and the id that an operator can look up. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { title, hint, requestId, isOutdated } = explainError(error);
  // Only a new page knows what this one does not.
  const retry = isOutdated ? () => location.reload() : onRetry;
  return (
    <div role="alert">
      <EmptyState
        icon={<CloudOff aria-hidden className="size-9" strokeWidth={1.5} />}
        title={title}
        action={
          retry && (
            <Button onClick={retry}>
              <RotateCw aria-hidden /> {isOutdated ? 'Reload the page' : 'Try again'}
            </Button>
          )
        }
      >
        {hint}
        {requestId !== null && <p className="mt-2 font-mono text-xs">Request {requestId}</p>}
      </EmptyState>
    </div>
  );
}

/** An error beside what caused it. */
export function InlineError({ error }: { error: unknown }) {
  const { title, hint } = explainError(error);
  return (
    <p role="alert" className="bg-bad-soft text-bad rounded-lg px-3.5 py-2.5 leading-relaxed">
      <span className="font-medium">{asSentence(title)}</span> {hint}
    </p>
  );
}
