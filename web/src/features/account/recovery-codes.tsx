import { Download } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { downloadText } from '../../lib/download.ts';

/** Codes for the day on which the phone is lost; shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = codes.join('\n');
  return (
    <div className="space-y-4">
      <p className="leading-relaxed text-pretty">
        <span className="font-medium">Keep these recovery codes now; they are not shown again.</span> Each of them signs
        you in once when your authenticator app is not at hand.
      </p>
      <ul
        aria-label="Recovery codes"
        className="bg-sunken border-line grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-lg border px-4 py-3 font-mono text-[0.8125rem]"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" onClick={onDone}>
          I have kept them
        </Button>
        <Button onClick={() => downloadText('shopwright-recovery-codes.txt', `${text}\n`, 'text/plain')}>
          <Download aria-hidden /> Download
        </Button>
        <CopyButton what="the recovery codes" text={text} />
      </div>
    </div>
  );
}
