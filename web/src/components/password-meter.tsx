import { classNames } from './class-names.ts';
import { passwordStrength } from '../lib/password.ts';

const tones = ['bg-bad', 'bg-warn', 'bg-accent', 'bg-good'] as const;

/** Three bars and a word. */
export function PasswordMeter({ password, maxLength }: { password: string; maxLength?: number }) {
  const { score, label } = passwordStrength(password, maxLength);
  return (
    <span className="flex items-center gap-2.5">
      <span aria-hidden className="flex w-20 gap-1">
        {[1, 2, 3].map((bar) => (
          <span key={bar} className={classNames('h-1 grow rounded-full', score >= bar ? tones[score] : 'bg-line')} />
        ))}
      </span>
      {label}
    </span>
  );
}
