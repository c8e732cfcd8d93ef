import type { EventView } from '@shopwright/contract/schemas/event';
import { useEffect, useRef } from 'react';
import { formatTime, plural } from '../../lib/format.ts';

export interface StepLogProps {
  lines: readonly EventView[];
  isFirstOpen: boolean;
  /** Stays at the end while new lines come. */
  isFollowing: boolean;
}

/** What a step reported; the last lines of a failed one are open. */
export function StepLog({ lines, isFirstOpen, isFollowing }: StepLogProps) {
  const box = useRef<HTMLDivElement>(null);
  const lastId = lines.at(-1)?.id;
  useEffect(() => {
    if (isFollowing && lastId !== undefined) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [lastId, isFollowing]);
  if (lines.length === 0) return null;
  return (
    <details open={isFirstOpen} className="mt-1.5">
      <summary className="text-muted hover:text-ink w-fit rounded text-[0.8125rem]">
        {plural(lines.length, 'log line')}
      </summary>
      <div
        ref={box}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-label="Log lines"
        className="bg-sunken border-line mt-2 max-h-64 overflow-auto rounded-lg border px-3.5 py-2.5 font-mono text-xs leading-relaxed"
      >
        {lines.map((line) => (
          <p key={line.id} className="break-words whitespace-pre-wrap">
            <time dateTime={line.at} className="text-muted mr-3 select-none">
              {formatTime(line.at)}
            </time>
            {typeof line.data['line'] === 'string' && line.data['line']}
          </p>
        ))}
      </div>
    </details>
  );
}
