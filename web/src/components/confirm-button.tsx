import { type ReactNode, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';

export interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick'> {
  title: string;
  /** What happens then. */
  explanation: ReactNode;
  /** What the button of the dialog says. */
  confirm: string;
  onConfirm: () => void;
}

/** A button whose click asks once more before it does something. */
export function ConfirmButton({ title, explanation, confirm, onConfirm, children, ...button }: ConfirmButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => setIsOpen(false);
  return (
    <>
      <Button {...button} onClick={() => setIsOpen(true)}>
        {children}
      </Button>
      {isOpen && (
        <Dialog isOpen onClose={close} title={title}>
          <div className="text-muted px-5 pt-3 pb-6 leading-relaxed text-pretty sm:px-6">{explanation}</div>
          <DialogActions>
            <Button onClick={close}>Cancel</Button>
            <Button
              variant="danger"
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {confirm}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
