/** Brings a key file into the store; a file under a weak password gets a better one on the way. */
import { useState } from 'react';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Toggle } from '../../ui/Toggle.tsx';
import { FileChoice } from './FileChoice.tsx';
import { KeyForm } from './KeyForm.tsx';
import { isComplete, NewPassword, NO_PASSWORD } from './NewPassword.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useKeyAct } from './use-key-act.ts';

interface ImportDialogProps {
  /** The file that was dropped on the screen. */
  readonly dropped: File | null;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

export function ImportDialog({ dropped, onClose, onDone }: ImportDialogProps) {
  const { t } = useTexts();
  const host = useHost();
  const act = useKeyAct();
  const [file, setFile] = useState(dropped);
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(false);
  const [next, setNext] = useState(NO_PASSWORD);
  const ready = file !== null && password !== '' && (keep || isComplete(next));

  const add = async (chosen: File) => {
    const octets = new Uint8Array(await chosen.arrayBuffer());
    const newPassword = keep ? null : next.first;
    await act.run(host.keys.importFile({ file: octets, password, newPassword }), () => onDone(t('keys.done.imported')));
  };

  return (
    <KeyForm title={t('keys.add')} submit={t('keys.add')} ready={ready} act={act} onSubmit={() => file !== null && void add(file)} onClose={onClose}>
      <FileChoice label={t('keys.file')} types={['.p12', '.pfx', '.pem']} file={file} onChoose={setFile} />
      <PasswordField label={t('keys.filePassword')} value={password} onChange={setPassword} autoFocus={dropped !== null} />
      <Toggle label={t('keys.keepPassword')} on={keep} onChange={setKeep} />
      {keep ? null : <NewPassword value={next} onChange={setNext} />}
    </KeyForm>
  );
}
