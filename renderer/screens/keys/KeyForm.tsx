/** The frame of every dialog about a key: its fields, what was refused, and one button that does it. */
import type { FormEvent, ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { KeyAct } from './use-key-act.ts';

interface KeyFormProps {
  readonly title: string;
  readonly submit: string;
  readonly look?: 'primary' | 'refuse';
  readonly width?: 'narrow' | 'wide';
  readonly ready: boolean;
  readonly act: KeyAct;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function KeyForm({ title, submit, look = 'primary', width = 'narrow', ready, act, onSubmit, onClose, children }: KeyFormProps) {
  const { t } = useTexts();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !act.busy) onSubmit();
  };
  return (
    <Dialog title={title} closeLabel={t('app.close')} width={width} outside="stays" onClose={onClose}>
      <form className="keys-form" onSubmit={send}>
        {children}
        {act.refused === null ? null : (
          <Notice tone="bad" role="alert">
            <p>{act.refused}</p>
          </Notice>
        )}
        <div className="keys-form-foot">
          <Button type="submit" look={look} isDisabled={!ready || act.busy} {...(act.busy && { icon: <Spinner size="line" /> })}>
            {submit}
          </Button>
          <Button onPress={onClose}>{t('keys.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
