import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export interface SelectProps<Value extends string> extends Omit<ComponentProps<'select'>, 'onChange' | 'value'> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
  /** As high as a text field. */
  isTall?: boolean;
}

/** The browser's own select: works with every keyboard, reader and phone. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, options, onChoose, isTall = false, className, ...rest } = props;
  return (
    <span className={classNames('relative inline-block', className)}>
      <select
        {...rest}
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChoose(chosen.value);
        }}
        className={classNames(
          'bg-surface border-line-strong shadow-card hover:bg-sunken w-full cursor-pointer appearance-none rounded-lg border pr-8 pl-3 text-base sm:text-sm',
          isTall ? 'h-10' : 'h-9',
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="text-muted pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2"
      />
    </span>
  );
}

/** The same with its label above it, in a form. */
export function LabelledSelect<Value extends string>(props: SelectProps<Value>) {
  return (
    <div>
      <span aria-hidden className="mb-1.5 block font-medium">
        {props.label}
      </span>
      <Select {...props} isTall className="block!" />
    </div>
  );
}
