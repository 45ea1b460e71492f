/** Files of this computer: arrows and Enter, or a typed path; the core lists them, the page never reads one. */
import { CornerLeftUp, FileKey2, Folder } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { FolderView } from '../../../shared/domain/signing/folder-view.ts';
import { useHost } from '../../host/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { refusalText, type SigningRefusal } from './refusal-text.ts';
import type { DialogTexts } from './use-dialog-texts.ts';

interface FolderBrowserProps {
  readonly requestId: string;
  readonly wanted: 'file' | 'folder';
  /** Whether the list is where the work begins. */
  readonly focus: boolean;
  readonly t: DialogTexts;
  readonly onPick: (path: string) => void;
}

const UP = '..';

export function FolderBrowser({ requestId, wanted, focus, t, onPick }: FolderBrowserProps) {
  const host = useHost();
  const [wantedFolder, setWantedFolder] = useState<string | null>(null);
  const [folder, setFolder] = useState<FolderView | null>(null);
  const [refusal, setRefusal] = useState<SigningRefusal | null>(null);
  const [typed, setTyped] = useState('');

  useEffect(() => {
    let current = true;
    void host.signing.listFolder({ requestId, folder: wantedFolder }).then((listed) => {
      if (!current) return;
      setFolder(listed.ok && listed.value.ok ? listed.value.folder : null);
      if (!listed.ok) setRefusal({ fault: listed.failure });
      else setRefusal(listed.value.ok ? null : { refused: listed.value.code });
    });
    return () => {
      current = false;
    };
  }, [host, requestId, wantedFolder]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const path = typed.trim();
    if (path === '') return;
    // A path that ends in a name with an ending is a file; anything else is looked into.
    if (wanted === 'file' && /\.[^./\\]+$/.test(path)) onPick(path);
    else setWantedFolder(path);
  };
  const onAction = (key: string) => {
    if (key === UP) return setWantedFolder(folder?.parent ?? null);
    const entry = folder?.entries.find(({ path }) => path === key);
    if (entry?.kind === 'file') onPick(entry.path);
    else if (entry !== undefined) setWantedFolder(entry.path);
  };
  const entries = [
    ...(folder === null || folder.path === null ? [] : [{ id: UP, name: t('signing.folder.up'), kind: 'up' as const }]),
    ...(folder?.entries ?? []).map(({ path, name, kind }) => ({ id: path, name, kind })),
  ];

  return (
    <section className="signing-browser" aria-label={t('signing.folder.title')}>
      <p className="signing-path">{folder?.path ?? t('signing.folder.places')}</p>
      {refusal === null ? null : <p className="signing-objection">{refusalText(refusal, t)}</p>}
      <ListBox
        key={folder?.path ?? 'places'}
        className="signing-entries"
        aria-label={t('signing.folder.title')}
        autoFocus={focus}
        items={entries}
        selectionMode="none"
        onAction={(key) => onAction(String(key))}
        renderEmptyState={() => <p className="soft">{t('signing.folder.empty')}</p>}
      >
        {({ id, name, kind }) => (
          <ListBoxItem id={id} textValue={name} className="signing-entry">
            {kind === 'file' ? <FileKey2 size={18} aria-hidden /> : kind === 'up' ? <CornerLeftUp size={18} aria-hidden /> : <Folder size={18} aria-hidden />}
            <span>{name}</span>
          </ListBoxItem>
        )}
      </ListBox>
      {folder?.shortened === true ? <p className="soft small">{t('signing.folder.shortened')}</p> : null}
      <form className="signing-typed" onSubmit={onSubmit}>
        <Field label={t('signing.folder.path')} autoComplete="off" maxLength={4096} value={typed} onChange={setTyped} />
        <Button type="submit" isDisabled={typed.trim() === ''}>
          {t('signing.folder.go')}
        </Button>
        {wanted === 'folder' && folder !== null && folder.path !== null ? (
          <Button look="primary" onPress={() => onPick(folder.path!)}>
            {t('signing.folder.pickFolder')}
          </Button>
        ) : null}
      </form>
    </section>
  );
}
