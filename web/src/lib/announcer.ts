import { useSyncExternalStore } from 'react';

export interface Notice {
  id: number;
  tone: 'good' | 'bad' | 'neutral';
  text: string;
  /** A page that shows more. */
  storeId?: string;
}

const shownMs = 7000;
const mostNotices = 3;
let notices: readonly Notice[] = [];
let spoken = '';
let nextId = 1;
const listeners = new Set<() => void>();

/** Shows a short notice; errors stay until they are closed. */
export function notify(notice: Omit<Notice, 'id'>): void {
  const id = nextId;
  nextId += 1;
  notices = [...notices, { ...notice, id }].slice(-mostNotices);
  emit();
  if (notice.tone !== 'bad') setTimeout(() => dismissNotice(id), shownMs);
}

export function dismissNotice(id: number): void {
  notices = notices.filter((notice) => notice.id !== id);
  emit();
}

/** Says something to screen readers only. */
export function announce(text: string): void {
  spoken = text;
  emit();
}

export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(subscribe, () => notices);
}

export function useSpokenText(): string {
  return useSyncExternalStore(subscribe, () => spoken);
}

function emit(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
