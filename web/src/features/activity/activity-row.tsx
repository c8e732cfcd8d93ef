import type { EventView } from '@shopwright/contract/schemas/event';
import { Link } from '@tanstack/react-router';
import { describeEvent } from '../../lib/describe-event.ts';
import { formatDateTime, formatTime } from '../../lib/format.ts';

export function ActivityRow({ event }: { event: EventView }) {
  const { text, detail } = describeEvent(event);
  return (
    <li className="grid gap-x-5 gap-y-1 px-4 py-3 sm:grid-cols-[5.5rem_minmax(0,1fr)_auto] sm:px-5">
      <time
        dateTime={event.at}
        title={formatDateTime(event.at)}
        className="text-muted tabular text-[0.8125rem] leading-5"
      >
        {formatTime(event.at)}
      </time>
      <div className="min-w-0">
        <p className="leading-5">
          {text}
          {event.storeId !== null && (
            <>
              {' '}
              <Link
                to="/stores/$storeId"
                params={{ storeId: event.storeId }}
                className="text-muted hover:text-ink font-mono text-xs underline decoration-line-strong underline-offset-3"
              >
                {event.storeId}
              </Link>
            </>
          )}
        </p>
        {detail !== undefined && <p className="text-muted mt-0.5 text-[0.8125rem] break-words">{detail}</p>}
      </div>
      <p className="text-muted text-[0.8125rem] leading-5 break-all sm:text-right">
        {event.actor.name}
        {event.source !== null && <span className="block text-xs">{event.source.address}</span>}
      </p>
    </li>
  );
}
