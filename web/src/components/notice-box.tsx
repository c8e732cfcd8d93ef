import type { ReactNode } from 'react';

const tones = { warn: 'bg-warn-soft text-warn', good: 'bg-good-soft text-good' } as const;

/** Something to know before going on. */
export function NoticeBox({ tone = 'warn', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return <output className={`block rounded-lg px-3.5 py-2.5 leading-relaxed ${tones[tone]}`}>{children}</output>;
}
