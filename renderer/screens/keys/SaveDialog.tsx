/** Hands a key out as a file, under a password of its own. */
import { useState } from 'react';
import type { KeyFileForm } from '../../../shared/domain/keys/key-file-form.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Select } from '../../ui/Select.tsx';
import type { ActDialogProps } from './act-dialog.ts';
import { KeyForm } from './KeyForm.tsx';
import { isComplete, NewPassword, NO_PASSWORD } from './NewPassword.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useKeyAct } from './use-key-act.ts';

const FORMS = ['nca', 'modern', 'pbmac1', 'pem'] as const satisfies readonly KeyFileForm[];

export function SaveDialog({ keyId: id, onClose, onDone }: ActDialogProps) {
  const { t } = useTexts();
  const host = useHost();
  const act = useKeyAct();
  const [form, setForm] = useState<KeyFileForm>('nca');
  const [password, setPassword] = useState('');
  const [next, setNext] = useState(NO_PASSWORD);
  const save = () =>
    act.run(host.keys.handOut({ id, password, newPassword: next.first, form }), ({ path }) => onDone(t('keys.done.saved', { name: path })));
  return (
    <KeyForm
      title={t('keys.action.save')}
      submit={t('keys.action.save')}
      ready={password !== '' && isComplete(next)}
      act={act}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Select label={t('keys.form')} choices={FORMS.map((kind) => ({ id: kind, text: t(`keys.forms.${kind}`) }))} value={form} onChange={setForm} />
      <PasswordField label={t('keys.oldPassword')} value={password} onChange={setPassword} autoFocus />
      <NewPassword value={next} onChange={setNext} />
    </KeyForm>
  );
}
