import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

export interface SecretOnceProps {
  /** What it is, in words: "the token". */
  what: string;
  secret: string;
  children: ReactNode;
}

/** A secret that is shown this once. */
export function SecretOnce({ what, secret, children }: SecretOnceProps) {
  return (
    <div className="bg-good-soft rounded-lg px-4 py-3.5">
      <div className="leading-relaxed">{children}</div>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <code
          data-testid="secret"
          className="bg-surface border-line min-w-0 rounded-md border px-2.5 py-1.5 font-mono text-[0.8125rem] break-all"
        >
          {secret}
        </code>
        <CopyButton what={what} text={secret} />
      </p>
    </div>
  );
}
