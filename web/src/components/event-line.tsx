import type { EventView } from '@shopwright/contract/schemas/event';
import { describeEvent } from '../lib/describe-event.ts';
import { TimeAgo } from './time-ago.tsx';

/** One audited event: what, who, when. */
export function EventLine({ event }: { event: EventView }) {
  const { text, detail } = describeEvent(event);
  return (
    <div className="flex gap-4">
      <div className="min-w-0 grow">
        <p className="leading-snug break-words">
          {text} <span className="text-muted">by {event.actor.name}</span>
        </p>
        {detail !== undefined && (
          <p className="text-muted mt-0.5 text-[0.8125rem] leading-snug break-words">{detail}</p>
        )}
      </div>
      <TimeAgo at={event.at} className="text-muted shrink-0 text-[0.8125rem]" />
    </div>
  );
}
