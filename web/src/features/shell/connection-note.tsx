import { classNames } from '../../components/class-names.ts';
import { type ConnectionState, useConnectionState } from '../../lib/connection-state.ts';

const looks: Readonly<Record<ConnectionState, { label: string; title: string; dot: string }>> = {
  live: { label: 'Live', title: 'News arrive as they happen.', dot: 'bg-good' },
  connecting: { label: 'Connecting…', title: 'The event stream is being opened.', dot: 'bg-warn animate-pulse' },
  polling: {
    label: 'Reconnecting…',
    title: 'The event stream is away; everything is read again every few seconds.',
    dot: 'bg-warn animate-pulse',
  },
};

/** Whether what is on screen is up to date, in the sidebar. */
export function ConnectionNote() {
  const state = useConnectionState();
  const { label, title, dot } = looks[state];
  return (
    <output
      title={title}
      data-connection={state}
      className="text-muted mb-1 flex items-center gap-2.5 px-3 py-1.5 text-xs"
    >
      <span aria-hidden className={classNames('size-2 rounded-full', dot)} />
      {label}
    </output>
  );
}

/** On phones, where there is no sidebar: only while something is wrong. */
export function ConnectionWarning() {
  if (useConnectionState() !== 'polling') return null;
  const { label, dot } = looks.polling;
  return (
    <output className="bg-raised shadow-float absolute inset-x-0 bottom-full mx-auto mb-2 flex w-fit items-center gap-2 rounded-full px-3 py-1.5 text-xs">
      <span aria-hidden className={classNames('size-2 rounded-full', dot)} />
      {label}
    </output>
  );
}
