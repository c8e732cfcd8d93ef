import type { ReactNode } from 'react';
import { classNames } from '../../components/class-names.ts';

export interface ChoiceCardProps {
  group: string;
  value: string;
  isChosen: boolean;
  isDisabled?: boolean;
  onChoose: () => void;
  title: string;
  children: ReactNode;
}

/** A radio button with room for an explanation. */
export function ChoiceCard({ group, value, isChosen, isDisabled = false, onChoose, title, children }: ChoiceCardProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the title is its text
    <label
      className={classNames(
        'border-line-strong has-focus-visible:outline-accent relative flex gap-3 rounded-lg border px-3.5 py-3 outline-offset-2 has-focus-visible:outline-2',
        isDisabled ? 'bg-sunken' : 'hover:bg-sunken cursor-pointer',
        isChosen && 'border-primary! ring-primary ring-1',
      )}
    >
      <input
        type="radio"
        name={group}
        value={value}
        checked={isChosen}
        disabled={isDisabled}
        onChange={onChoose}
        className="accent-primary mt-0.5 size-4 shrink-0 outline-none"
      />
      <span className="min-w-0">
        <span className="block font-medium">{title}</span>
        <span className="text-muted mt-0.5 block text-[0.8125rem] leading-snug">{children}</span>
      </span>
    </label>
  );
}
