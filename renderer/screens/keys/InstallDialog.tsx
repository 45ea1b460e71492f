/** Puts the certificate that has come beside the key it was asked for. */
import { useState } from 'react';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import type { ActDialogProps } from './act-dialog.ts';
import { FileChoice } from './FileChoice.tsx';
import { KeyForm } from './KeyForm.tsx';
import { useKeyAct } from './use-key-act.ts';

export function InstallDialog({ keyId: id, onClose, onDone }: ActDialogProps) {
  const { t } = useTexts();
  const host = useHost();
  const act = useKeyAct();
  const [file, setFile] = useState<File | null>(null);
  const install = async (chosen: File) => {
    const certificate = new Uint8Array(await chosen.arrayBuffer());
    await act.run(host.keys.installCertificate({ id, certificate }), () => onDone(t('keys.done.installed')));
  };
  return (
    <KeyForm
      title={t('keys.action.install')}
      submit={t('keys.action.install')}
      ready={file !== null}
      act={act}
      onSubmit={() => file !== null && void install(file)}
      onClose={onClose}
    >
      <FileChoice label={t('keys.certificateFile')} types={['.cer', '.crt', '.pem', '.der']} file={file} onChoose={setFile} />
    </KeyForm>
  );
}
