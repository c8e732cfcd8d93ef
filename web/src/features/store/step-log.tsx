import type { EventView } from '@shopwright/contract/schemas/event';
import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { downloadText } from '../../lib/download.ts';
import { formatTime, plural } from '../../lib/format.ts';
import { findLines, lineText, linesAsText } from './log-lines.ts';

/** Below this many lines everything is in sight anyway. */
const fewestSearched = 6;

export interface StepLogProps {
  lines: readonly EventView[];
  /** Of the downloaded file, without its extension. */
  fileName: string;
  isFirstOpen: boolean;
  /** Stays at the end while new lines come. */
  isFollowing: boolean;
}

/** What a step reported, to search and to keep; the lines of a failed one are open. */
export function StepLog({ lines, fileName, isFirstOpen, isFollowing }: StepLogProps) {
  const [sought, setSought] = useState('');
  if (lines.length === 0) return null;
  const found = findLines(lines, sought);
  return (
    <details open={isFirstOpen} className="mt-1.5">
      <summary className="text-muted hover:text-ink w-fit rounded text-[0.8125rem]">
        {plural(lines.length, 'log line')}
      </summary>
      {lines.length >= fewestSearched && (
        <div className="mt-2 flex items-center gap-2">
          <input
            type="search"
            aria-label="Search the log lines"
            placeholder="Search"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
            className="bg-surface border-line-strong h-8 w-full max-w-60 min-w-0 rounded-lg border px-2.5 text-base sm:text-[0.8125rem]"
          />
          <output className="text-muted tabular grow text-xs">
            {sought !== '' && `${plural(found.length, 'line')} found`}
          </output>
        </div>
      )}
      <div className="relative">
        <LogBox lines={found} isFollowing={isFollowing && sought === ''} />
        <IconButton
          size="small"
          label="Download the log"
          className="absolute! top-1 right-1"
          onClick={() => downloadText(`${fileName}.log`, linesAsText(lines), 'text/plain')}
        >
          <Download aria-hidden />
        </IconButton>
      </div>
    </details>
  );
}

function LogBox({ lines, isFollowing }: Pick<StepLogProps, 'lines' | 'isFollowing'>) {
  const box = useRef<HTMLDivElement>(null);
  const lastId = lines.at(-1)?.id;
  useEffect(() => {
    if (isFollowing && lastId !== undefined) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [lastId, isFollowing]);
  return (
    <div
      ref={box}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
      tabIndex={0}
      role="log"
      aria-label="Log lines"
      className="bg-sunken border-line mt-2 max-h-64 overflow-auto rounded-lg border py-2.5 pr-10 pl-3.5 font-mono text-xs leading-relaxed"
    >
      {lines.map((line) => (
        <p key={line.id} className="break-words whitespace-pre-wrap">
          <time dateTime={line.at} className="text-muted mr-3 select-none">
            {formatTime(line.at)}
          </time>
          {lineText(line)}
        </p>
      ))}
    </div>
  );
}
