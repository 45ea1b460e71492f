/** A signed file somebody brought: dropped or chosen, judged outside the page, and told in words: who, when, in what role, is it good, why. */
import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import './signed-file.css';
import { FileAnswer } from './FileAnswer.tsx';
import { useFileCheck } from './use-file-check.ts';

export function SignedFileScreen() {
  const { t } = useTexts();
  const { state, check, clear, stop } = useFileCheck();
  /** The signature a content is being asked for. */
  const [detached, setDetached] = useState<File | null>(null);
  const take = (file: File) => {
    setDetached(null);
    void check(file, null);
  };
  const dragging = useFileDrop((file) => (detached === null ? take(file) : void check(detached, file)));

  return (
    <main className={dragging ? 'signed-file signed-file-dragging' : 'signed-file'}>
      <header className="signed-file-head">
        <div>
          <h1 className="signed-file-title">{t('files.title')}</h1>
          <p className="soft">{dragging && state.at !== 'empty' ? t('files.dropHere') : t('files.note')}</p>
        </div>
        <div className="signed-file-acts">
          {state.at === 'answered' ? (
            <Button
              onPress={() => {
                setDetached(null);
                clear();
              }}
            >
              {t('files.clear')}
            </Button>
          ) : null}
          <FileTrigger onSelect={(files) => files?.[0] !== undefined && take(files[0])}>
            <Button look="primary" icon={<FileSearch size={18} aria-hidden />}>
              {t('files.choose')}
            </Button>
          </FileTrigger>
        </div>
      </header>
      {state.at === 'empty' ? (
        <EmptyState icon={<FileSearch size={40} strokeWidth={1.5} aria-hidden />} isTarget>
          {dragging ? t('files.dropHere') : t('files.empty')}
        </EmptyState>
      ) : null}
      {state.at === 'checking' ? (
        <div className="signed-file-checking">
          <p role="status">
            <Spinner size="line" /> {t('files.checking', { name: state.name })}
          </p>
          <Button onPress={stop}>{t('files.stop')}</Button>
        </div>
      ) : null}
      {state.at === 'refused' ? (
        <Notice tone="bad" role="alert">
          <p>{state.words}</p>
        </Notice>
      ) : null}
      {state.at === 'answered' ? (
        <FileAnswer name={state.name} report={state.report} onContent={(content) => void check(state.file, content)} onAwaitContent={() => setDetached(state.file)} />
      ) : null}
    </main>
  );
}
