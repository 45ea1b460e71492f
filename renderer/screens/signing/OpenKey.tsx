/** Where the key is and its password: the file of last time is there already, the focus is on the password. */
import { Eye, EyeOff, FolderOpen } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { KeyOffer, OpenKeysAnswer, SigningView } from '../../../shared/domain/signing.ts';
import { useHost } from '../../host/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FolderBrowser } from './FolderBrowser.tsx';
import type { DialogTexts } from './use-dialog-texts.ts';
import { useKeyWarnings } from './use-key-warnings.ts';

interface OpenKeyProps {
  readonly view: SigningView;
  readonly t: DialogTexts;
  /** The keys below are of this file. */
  readonly opened: boolean;
  readonly onOpened: (keys: readonly KeyOffer[]) => void;
}

type Refused = Extract<OpenKeysAnswer, { ok: false }>;

export function OpenKey({ view: { requestId, lastPlace }, t, opened, onOpened }: OpenKeyProps) {
  const host = useHost();
  const [path, setPath] = useState(lastPlace?.type === 'file' ? lastPlace.path : '');
  const [browsing, setBrowsing] = useState(path === '');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const warnings = useKeyWarnings();

  const choose = (chosen: string) => {
    setPath(chosen);
    setBrowsing(false);
    setRefused(null);
    onOpened([]);
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || path === '' || password === '') return;
    setBusy(true);
    const answer = await host.signing.openKeys({ requestId, place: { type: 'file', path }, password });
    setBusy(false);
    setPassword('');
    const outcome: OpenKeysAnswer = answer.ok ? answer.value : { ok: false, code: 'not-current', triesLeft: null };
    setRefused(outcome.ok ? null : outcome);
    onOpened(outcome.ok ? outcome.keys : []);
  };

  if (browsing) return <FolderBrowser requestId={requestId} wanted="file" t={t} onPick={choose} />;
  return (
    <form className="signing-open" onSubmit={(event) => void onSubmit(event)}>
      <div className="signing-file">
        <span className="soft">{t('signing.key.path')}:</span> <span className="signing-path">{path}</span>
        <Button size="small" icon={<FolderOpen size={16} aria-hidden />} onPress={() => setBrowsing(true)}>
          {t('signing.key.other')}
        </Button>
      </div>
      {opened ? null : (
        <>
          <Field
            label={t('signing.key.password')}
            type={shown ? 'text' : 'password'}
            autoComplete="off"
            autoFocus
            maxLength={256}
            // Not the browser's own: it would not let a second try through while the first is called wrong.
            validationBehavior="aria"
            value={password}
            onChange={setPassword}
            onKeyDown={warnings.onKey}
            onKeyUp={warnings.onKey}
            error={refused === null ? undefined : t(`signing.refused.${refused.code}`)}
            after={
              <Button
                look="quiet"
                icon={shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
                aria-label={t(shown ? 'signing.key.hide' : 'signing.key.show')}
                onPress={() => setShown(!shown)}
              />
            }
          />
          {refused === null || refused.triesLeft === null ? null : <p className="signing-objection">{t('signing.key.triesLeft', { count: refused.triesLeft })}</p>}
          {warnings.capsLock || warnings.otherLayout ? (
            <Notice tone="warn" role="status">
              {warnings.capsLock ? <p>{t('signing.key.capsLock')}</p> : null}
              {warnings.otherLayout ? <p>{t('signing.key.layout')}</p> : null}
            </Notice>
          ) : null}
          <Button type="submit" look="primary" isDisabled={busy || password === ''}>
            {busy ? t('signing.key.opening') : t('signing.key.open')}
          </Button>
        </>
      )}
    </form>
  );
}
