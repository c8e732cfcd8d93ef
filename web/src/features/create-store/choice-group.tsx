import type { ReactNode } from 'react';
import { classNames } from '../../components/class-names.ts';

export interface Choice {
  value: string;
  title: string;
  isDisabled?: boolean;
  explanation: ReactNode;
}

export interface ChoiceGroupProps {
  legend: string;
  /** Name of the radio buttons. */
  name: string;
  choices: readonly Choice[];
  chosen: string | undefined;
  onChoose: (value: string) => void;
  /** Below the choices. */
  children?: ReactNode;
}

/** Radio buttons with room for an explanation. */
export function ChoiceGroup({ legend, name, choices, chosen, onChoose, children }: ChoiceGroupProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((choice) => (
          <ChoiceCard
            key={choice.value}
            name={name}
            choice={choice}
            isChosen={choice.value === chosen}
            onChoose={() => onChoose(choice.value)}
          />
        ))}
      </div>
      {children}
    </fieldset>
  );
}

interface ChoiceCardProps {
  name: string;
  choice: Choice;
  isChosen: boolean;
  onChoose: () => void;
}

function ChoiceCard({ name, choice, isChosen, onChoose }: ChoiceCardProps) {
  const { value, title, isDisabled = false, explanation } = choice;
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
        name={name}
        value={value}
        checked={isChosen}
        disabled={isDisabled}
        onChange={onChoose}
        className="accent-primary mt-0.5 size-4 shrink-0 outline-none"
      />
      <span className="min-w-0">
        <span className="block font-medium">{title}</span>
        <span className="text-muted mt-0.5 block text-[0.8125rem] leading-snug">{explanation}</span>
      </span>
    </label>
  );
}
