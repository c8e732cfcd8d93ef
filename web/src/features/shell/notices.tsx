import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleX, Info, X } from 'lucide-react';
import { dismissNotice, type Notice, useNotices, useSpokenText } from '../../lib/announcer.ts';

const icons = { good: CircleCheck, bad: CircleX, neutral: Info } as const;
const tones = { good: 'text-good', bad: 'text-bad', neutral: 'text-accent' } as const;

/** Short notices in the corner, and what screen readers are told. Errors are read at once, news when there is a pause. */
export function Notices() {
  const notices = useNotices();
  const spoken = useSpokenText();
  const errors = notices.filter((notice) => notice.tone === 'bad');
  const news = notices.filter((notice) => notice.tone !== 'bad');
  return (
    <div className="pointer-events-none fixed inset-x-4 bottom-20 z-40 flex flex-col items-end gap-2 sm:left-auto lg:bottom-5">
      <div role="alert" className="contents">
        {errors.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </div>
      <output className="contents">
        {news.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </output>
      <output className="sr-only">{spoken}</output>
    </div>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const Icon = icons[notice.tone];
  return (
    <div className="bg-raised shadow-float fade-in pointer-events-auto flex w-full max-w-sm items-start gap-3 rounded-xl py-3 pr-2 pl-4">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tones[notice.tone]}`} />
      <div className="grow leading-snug break-words">
        {notice.text}{' '}
        {notice.storeId !== undefined && (
          <Link to="/stores/$storeId" params={{ storeId: notice.storeId }} className="text-accent font-medium">
            Show
          </Link>
        )}
      </div>
      <button
        type="button"
        aria-label="Dismiss"
        onClick={() => dismissNotice(notice.id)}
        className="text-muted hover:bg-sunken -my-1 grid size-8 shrink-0 place-items-center rounded-lg"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </div>
  );
}
