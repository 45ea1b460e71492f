/** The keys of this workstation: what there is, what ends soon, and every act on them; a key file may be dropped anywhere. */
import { FileKey2, KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { KeyView } from '../../../shared/domain/keys/key-view.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { GenerateDialog } from './GenerateDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { InstallDialog } from './InstallDialog.tsx';
import type { KeyAction } from './KeyActions.tsx';
import '../../ui/section.css';
import './keys.css';
import { KeysTable } from './KeysTable.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { SaveDialog } from './SaveDialog.tsx';
import { TokenList } from './TokenList.tsx';
import { useKeyAct } from './use-key-act.ts';
import { useKeyList } from './use-key-list.ts';

type Open = { at: 'none' } | { at: 'import'; dropped: File | null } | { at: 'create' } | { at: Exclude<KeyAction, 'request'>; keyId: string };

const ACT_DIALOGS = { password: PasswordDialog, save: SaveDialog, install: InstallDialog, remove: RemoveDialog } as const;

export function KeysScreen() {
  const { t } = useTexts();
  const host = useHost();
  const faultText = useFaultText();
  const { list, reload } = useKeyList();
  const [open, setOpen] = useState<Open>({ at: 'none' });
  const [done, setDone] = useState<string | null>(null);
  const requestAct = useKeyAct();
  const dragging = useFileDrop((file) => open.at === 'none' && setOpen({ at: 'import', dropped: file }));
  const keys = list.at === 'read' ? list.keys : [];
  useEffect(() => host.keys.keyEnding(reload), [host, reload]);

  const close = () => setOpen({ at: 'none' });
  const finish = (words: string) => {
    close();
    setDone(words);
    reload();
  };
  const onAction = (action: KeyAction, { id }: KeyView) => {
    setDone(null);
    if (action !== 'request') return setOpen({ at: action, keyId: id });
    return void requestAct.run(host.keys.request({ id }), ({ path }) => setDone(t('keys.done.saved', { name: path })));
  };
  const ActDialog = 'keyId' in open ? ACT_DIALOGS[open.at] : null;
  return (
    <main className={dragging ? 'keys keys-dragging' : 'keys'}>
      <header className="section-head">
        <div>
          <h1 className="section-title">{t('keys.title')}</h1>
          <p className="soft">{dragging ? t('keys.dropHere') : t('keys.note')}</p>
        </div>
        <div className="keys-head-acts">
          <Button look="primary" icon={<FileKey2 size={18} aria-hidden />} onPress={() => setOpen({ at: 'import', dropped: null })}>
            {t('keys.add')}
          </Button>
          <Button icon={<KeyRound size={18} aria-hidden />} onPress={() => setOpen({ at: 'create' })}>
            {t('keys.create')}
          </Button>
        </div>
      </header>
      {done === null ? null : (
        <Notice tone="good" role="status">
          <p>{done}</p>
        </Notice>
      )}
      {requestAct.refused === null ? null : (
        <Notice tone="bad" role="alert">
          <p>{requestAct.refused}</p>
        </Notice>
      )}
      {keys.map(({ id, state, certificate }) =>
        state.is === 'expiring' ? (
          <Notice key={id} tone="warn">
            <p>{t('keys.reminder', { days: state.daysLeft, owner: certificate?.commonName ?? '' })}</p>
          </Notice>
        ) : null,
      )}
      {list.at === 'reading' ? <p role="status">{t('keys.loading')}</p> : null}
      {list.at === 'failed' ? (
        <Notice tone="bad" role="alert">
          <p>{faultText(list.fault)}</p>
        </Notice>
      ) : null}
      {list.at === 'read' && keys.length === 0 ? <EmptyState icon={<KeyRound size={40} strokeWidth={1.5} aria-hidden />}>{t('keys.empty')}</EmptyState> : null}
      {keys.length === 0 ? null : <KeysTable keys={keys} onAction={onAction} />}
      <TokenList onDone={finish} />
      {open.at === 'import' ? <ImportDialog dropped={open.dropped} onClose={close} onDone={finish} /> : null}
      {open.at === 'create' ? <GenerateDialog onClose={close} onDone={finish} /> : null}
      {ActDialog === null || !('keyId' in open) ? null : <ActDialog keyId={open.keyId} onClose={close} onDone={finish} />}
    </main>
  );
}
