import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { announce, notify } from '../../lib/announcer.ts';
import { downloadText } from '../../lib/download.ts';
import { eventsAsCsv, eventsAsJsonLines } from '../../lib/event-export.ts';
import { plural } from '../../lib/format.ts';
import { type AuditFilter, readAudit } from '../../lib/read-audit.ts';
import { tellError } from '../../lib/use-action.ts';

/** Beyond these a file is made in parts, with the filters. */
const mostExported = 20_000;

const formats = {
  CSV: { extension: 'csv', mediaType: 'text/csv', write: eventsAsCsv },
  'JSON lines': { extension: 'jsonl', mediaType: 'application/jsonl', write: eventsAsJsonLines },
} as const;

type Format = keyof typeof formats;
const formatNames = Object.keys(formats) as Format[];

/** Everything that the filters match, not only what has been loaded, as a file. */
export function ExportButtons({ filter }: { filter: AuditFilter }) {
  const [count, setCount] = useState(0);
  const run = useMutation({
    mutationFn: (format: Format) => exportEvents(filter, format, setCount),
    onError: tellError,
  });
  return (
    <div className="ml-auto flex flex-wrap items-center gap-2">
      {run.isPending && <output className="text-muted tabular text-[0.8125rem]">{plural(count, 'event')} read</output>}
      {formatNames.map((format) => (
        <Button
          key={format}
          disabled={run.isPending}
          isBusy={run.isPending && run.variables === format}
          aria-label={`Download as ${format}`}
          onClick={() => run.mutate(format)}
        >
          <Download aria-hidden /> {format}
        </Button>
      ))}
    </div>
  );
}

async function exportEvents(filter: AuditFilter, format: Format, onProgress: (count: number) => void): Promise<void> {
  onProgress(0);
  const { extension, mediaType, write } = formats[format];
  const { events, isComplete } = await readAudit(filter, { most: mostExported, onProgress });
  downloadText(`shopwright-activity.${extension}`, write(events), mediaType);
  const told = plural(events.length, 'event');
  if (isComplete) announce(`Downloaded ${told}`);
  else notify({ tone: 'neutral', text: `The file holds the newest ${told}; narrow the filters for older ones.` });
}
