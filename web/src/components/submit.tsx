import type { Form } from '../lib/use-form.ts';
import { Button, type ButtonProps } from './button.tsx';
import { InlineError } from './states.tsx';

export interface SubmitProps extends Omit<ButtonProps, 'form'> {
  form: Pick<Form<object>, 'isPending' | 'failure'>;
}

/** What went wrong, and the button that sends a form. */
export function Submit({ form, children, ...button }: SubmitProps) {
  return (
    <>
      {form.failure !== null && <InlineError error={form.failure} />}
      <Button type="submit" variant="primary" {...button} isBusy={form.isPending}>
        {children}
      </Button>
    </>
  );
}
