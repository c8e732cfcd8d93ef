import { Check, Copy, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from '../lib/announcer.ts';
import { copyText } from '../lib/clipboard.ts';
import { IconButton } from './button.tsx';

type CopyState = 'idle' | 'copied' | 'refused';

const shownMs = 2500;
const looks = {
  idle: { icon: Copy, tone: '' },
  copied: { icon: Check, tone: 'text-good' },
  refused: { icon: X, tone: 'text-bad' },
} as const;

export interface CopyButtonProps {
  /** What is copied, in words: "the address". */
  what: string;
  text: string;
}

/** Copies, and says so only if the browser did it. */
export function CopyButton({ what, text }: CopyButtonProps) {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), shownMs);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async (): Promise<void> => {
    const isCopied = await copyText(text);
    setState(isCopied ? 'copied' : 'refused');
    announce(isCopied ? `Copied ${what}` : `The browser refused to copy ${what}; select the text and copy it`);
  };

  const { icon: Icon, tone } = looks[state];
  return (
    <>
      <IconButton size="small" label={`Copy ${what}`} onClick={() => void copy()}>
        <Icon aria-hidden className={tone} />
      </IconButton>
      {state === 'refused' && (
        <span className="text-bad text-xs">The browser refused to copy. Select the text instead.</span>
      )}
    </>
  );
}
