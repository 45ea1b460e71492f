/** A caller wants to know a path: only what the person picks here may it name afterwards. */
import { useHost } from '../../host/index.ts';
import { FolderBrowser } from './FolderBrowser.tsx';
import type { DialogTexts } from './use-dialog-texts.ts';

interface ChooseFileProps {
  readonly requestId: string;
  readonly files: 'directory' | 'key' | 'certificate' | 'crl' | 'any';
  readonly t: DialogTexts;
  readonly onChange: () => void;
}

export function ChooseFile({ requestId, files, t, onChange }: ChooseFileProps) {
  const host = useHost();
  const pick = (path: string) => void host.signing.pickFile({ requestId, path }).then(onChange);
  return <FolderBrowser requestId={requestId} wanted={files === 'directory' ? 'folder' : 'file'} focus t={t} onPick={pick} />;
}
