import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

export const inputClass =
  'bg-surface border-line-strong placeholder:text-faint aria-invalid:border-bad block h-10 w-full min-w-0 rounded-lg border px-3 text-base shadow-card outline-offset-0 sm:text-sm focus-visible:outline-accent';

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'children'> {
  label: string;
  /** Shown below while there is no error. */
  help?: ReactNode;
  error?: string | undefined;
  /** Right of the input, e.g. a button. */
  trailing?: ReactNode;
}

/** A labelled input with its help or error, tied together for screen readers. */
export function Field({ label, help, error, trailing, className, ...input }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = error !== undefined || help !== undefined;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          {...input}
          id={id}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={hasNote ? noteId : undefined}
          className={classNames(inputClass, className)}
        />
        {trailing}
      </div>
      {hasNote && (
        <div
          id={noteId}
          className={classNames('mt-1.5 text-[0.8125rem]', error === undefined ? 'text-muted' : 'text-bad')}
        >
          {error ?? help}
        </div>
      )}
    </div>
  );
}
