/** Puts the certificate that has come beside the key on its token, under the PIN. */
import { useState } from 'react';
import type { TokenView } from '../../../shared/domain/keys/key-view.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { FileChoice } from './FileChoice.tsx';
import { KeyForm } from './KeyForm.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useKeyAct } from './use-key-act.ts';

interface TokenCertificateDialogProps {
  readonly token: TokenView;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

export function TokenCertificateDialog({ token, onClose, onDone }: TokenCertificateDialogProps) {
  const { t } = useTexts();
  const host = useHost();
  const act = useKeyAct();
  const [file, setFile] = useState<File | null>(null);
  const [pin, setPin] = useState('');
  const install = async (chosen: File) => {
    const order = { tokenId: token.id, pin, certificate: new Uint8Array(await chosen.arrayBuffer()) };
    setPin('');
    await act.run(host.keys.installOnToken(order), () => onDone(t('keys.done.installed')));
  };
  return (
    <KeyForm
      title={t('keys.tokenInstallOf', { token: token.label })}
      submit={t('keys.action.install')}
      ready={file !== null && pin !== ''}
      act={act}
      onSubmit={() => file !== null && void install(file)}
      onClose={onClose}
    >
      <FileChoice label={t('keys.certificateFile')} types={['.cer', '.crt', '.pem', '.der']} file={file} onChoose={setFile} />
      <PasswordField label={t('keys.pinCode')} value={pin} onChange={setPin} />
    </KeyForm>
  );
}
