/** Changes the password of a stored key. */
import { useState } from 'react';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { KeyForm } from './KeyForm.tsx';
import { isComplete, NewPassword, NO_PASSWORD } from './NewPassword.tsx';
import { PasswordField } from './PasswordField.tsx';
import type { ActDialogProps } from './act-dialog.ts';
import { useKeyAct } from './use-key-act.ts';

export function PasswordDialog({ keyId: id, onClose, onDone }: ActDialogProps) {
  const { t } = useTexts();
  const host = useHost();
  const act = useKeyAct();
  const [oldPassword, setOld] = useState('');
  const [next, setNext] = useState(NO_PASSWORD);
  const change = () => act.run(host.keys.changePassword({ id, oldPassword, newPassword: next.first }), () => onDone(t('keys.done.password')));
  return (
    <KeyForm
      title={t('keys.action.password')}
      submit={t('keys.action.password')}
      ready={oldPassword !== '' && isComplete(next)}
      act={act}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <PasswordField label={t('keys.oldPassword')} value={oldPassword} onChange={setOld} autoFocus />
      <NewPassword value={next} onChange={setNext} />
    </KeyForm>
  );
}
