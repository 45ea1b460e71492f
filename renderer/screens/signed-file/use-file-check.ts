/** One file at a time through the host; what was asked last is what is shown. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SignedFileReport } from '../../../shared/domain/trust/signed-file.ts';
import { SIGNED_FILE_MAX_BYTES } from '../../../shared/domain/trust/signed-file-limit.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';

export type FileCheckState =
  | { at: 'empty' }
  | { at: 'checking'; name: string }
  | { at: 'refused'; words: string }
  | { at: 'answered'; name: string; file: File; report: SignedFileReport };

export function useFileCheck() {
  const host = useHost();
  const { t } = useTexts();
  const faultText = useFaultText();
  const [state, setState] = useState<FileCheckState>({ at: 'empty' });
  const turn = useRef(0);

  async function check(file: File, content: File | null): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    const show = (next: FileCheckState) => mine === turn.current && setState(next);
    if (file.size > SIGNED_FILE_MAX_BYTES || (content?.size ?? 0) > SIGNED_FILE_MAX_BYTES) return void show({ at: 'refused', words: t('files.tooLarge') });
    if (file.size === 0) return void show({ at: 'refused', words: t('files.emptyFile') });
    show({ at: 'checking', name: file.name });
    const bytes = await bytesOf(file);
    const about = content === null ? null : await bytesOf(content);
    // Moved, changed or pulled out with its stick since it was chosen.
    if (bytes === 'unreadable' || about === 'unreadable') return void show({ at: 'refused', words: t('files.unreadable') });
    const answer = await host.files.check({ file: bytes, content: about });
    show(answer.ok ? { at: 'answered', name: file.name, file, report: answer.value } : { at: 'refused', words: faultText(answer.failure) });
  }

  const clear = () => {
    turn.current += 1;
    setState({ at: 'empty' });
  };
  /** The shell may be at it for a minute: it need not go on for nobody. */
  const stop = () => {
    clear();
    void host.files.stop(null);
  };
  const stopWhereChecking = useEffectEvent(() => state.at === 'checking' && void host.files.stop(null));
  // So for whoever left for another screen, or was locked out.
  useEffect(() => () => void stopWhereChecking(), []);
  return { state, check, clear, stop };
}

const bytesOf = (file: File): Promise<Uint8Array<ArrayBuffer> | 'unreadable'> =>
  file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => 'unreadable' as const,
  );
