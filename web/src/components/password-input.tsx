import { Eye, EyeOff } from 'lucide-react';
import { IconButton } from './button.tsx';
import { Field, type FieldProps } from './field.tsx';

export interface PasswordInputProps extends FieldProps {
  isShown: boolean;
  onShow: (isShown: boolean) => void;
}

/** A field whose text is hidden until one wants to see it. */
export function PasswordInput({ isShown, onShow, trailing, ...field }: PasswordInputProps) {
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Field
      {...field}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      className={isShown ? 'font-mono' : ''}
      trailing={
        <>
          <IconButton
            variant="secondary"
            className="h-10! w-10!"
            label={isShown ? 'Hide the password' : 'Show the password'}
            onClick={() => onShow(!isShown)}
          >
            <Icon aria-hidden />
          </IconButton>
          {trailing}
        </>
      }
    />
  );
}
