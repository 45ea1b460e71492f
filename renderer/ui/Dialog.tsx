/** A dialog over the screen: titled, closed by Escape or, unless it must stay, by a press outside; focus returns where it was. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button.tsx';
import './dialog.css';
import { useOpenDialog } from './open-dialogs.ts';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'wide';
  /** A press beside it closes it, or does nothing where a slip would cost something. */
  readonly outside?: 'closes' | 'stays';
  readonly children: ReactNode;
}

export function Dialog({ title, closeLabel, onClose, width = 'narrow', outside = 'closes', children }: DialogProps) {
  const isUppermost = useOpenDialog();
  // A button that is disabled while it has the focus leaves it to nobody, and then no key reaches the dialog.
  const onLostKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.activeElement !== document.body || !isUppermost()) return;
    event.preventDefault();
    onClose();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onLostKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  return (
    <ModalOverlay className="dialog-scrim" isOpen isDismissable={outside === 'closes'} onOpenChange={(open) => !open && onClose()}>
      <Modal className={`dialog dialog-${width}`}>
        <AriaDialog className="dialog-body">
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <Button look="quiet" icon={<X size={20} aria-hidden />} aria-label={closeLabel} hint="Esc" onPress={onClose} />
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
