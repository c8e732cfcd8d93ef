import type { ComponentProps } from 'react';
import { LoaderCircle } from 'lucide-react';
import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const shape =
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap select-none transition-colors duration-100 disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0';

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-primary text-on-primary hover:bg-primary/88 shadow-card',
  secondary: 'bg-surface text-ink border border-line-strong hover:bg-sunken shadow-card',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
  danger: 'bg-bad-solid text-white hover:bg-bad-solid/88 shadow-card',
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  small: 'h-8 px-2.5 text-[0.8125rem]',
  medium: 'h-9 px-3.5 text-sm',
  large: 'h-11 px-5 text-[0.9375rem]',
};

/** Look of a button, for links that act like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'medium'): string {
  return classNames(shape, variants[variant], sizes[size]);
}

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shows that the click is being carried out and takes no second one. */
  isBusy?: boolean;
}

export function Button({ variant, size, isBusy = false, className, children, disabled, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      disabled={disabled === true || isBusy}
      aria-busy={isBusy || undefined}
      className={classNames(buttonClass(variant, size), className)}
    >
      {isBusy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends ButtonProps {
  /** What it does: there is no text to read. */
  label: string;
}

export function IconButton({ label, className, size = 'medium', variant = 'quiet', ...props }: IconButtonProps) {
  const square = size === 'small' ? 'w-8 px-0!' : 'w-9 px-0!';
  return (
    <Button
      {...props}
      variant={variant}
      size={size}
      aria-label={label}
      title={label}
      className={classNames(square, className)}
    />
  );
}
