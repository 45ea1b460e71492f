/** The password, what it needs, which keys end with the new ones, and «Сохранить ключи». */
import { type FormEvent, useEffect, useState } from 'react';
import type { PluggedToken } from '../../../shared/domain/issuance/token-program.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { PortalSession } from '../portal/portal-client.ts';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';
import { type Installed, installKeys, type InstallProgress, tellInstalled } from './install-keys.ts';
import { readChest } from './key-chest.ts';
import { openKeyStore } from './key-store-client.ts';
import { OldKeys } from './OldKeys.tsx';
import { PasswordField } from './PasswordField.tsx';
import { PasswordRules } from './PasswordRules.tsx';
import { TokenInstallStep } from './TokenInstallStep.tsx';
import { useKeysView } from './use-keys-view.ts';
import { usePasswordFaults } from './use-password-faults.ts';

const AGAIN_MS = 2_000;

type Phase = { at: 'choosing'; refused: Exclude<Installed, 'done' | 'away' | 'password'> | null } | InstallProgress | { at: 'waiting'; folderClosed: boolean };

export function InstallStep({ session }: { readonly session: PortalSession }) {
  const { t } = useTexts();
  const followed = useKeysView(session, false);
  const [keyStore] = useState(openKeyStore);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [phase, setPhase] = useState<Phase>({ at: 'choosing', refused: null });
  const [onToken, setOnToken] = useState<{ token: PluggedToken; written: boolean } | null>(null);

  useEffect(() => keyStore.close, [keyStore]);
  // What is in this browser decides before a password is thought of: no key, or files that were written already.
  useEffect(() => {
    void readChest(session.id).then(
      ({ keys, saved, token }) => {
        if (token !== null && token.requests.length > 0) return setOnToken({ token: token.token, written: saved.length > 0 });
        setPhase(saved.length > 0 ? { at: 'waiting', folderClosed: false } : { at: 'choosing', refused: keys.length === 0 ? 'lost' : null });
      },
      () => setPhase({ at: 'choosing', refused: 'lost' }),
    );
  }, [session]);
  const waiting = phase.at === 'waiting';
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => void tellInstalled(session), AGAIN_MS);
    return () => clearInterval(timer);
  }, [session, waiting]);

  const view = followed.state === 'told' ? followed.view : null;
  const ownerData = view === null ? [] : Object.values(view.owner);
  const minLength = view?.passwordMinLength ?? 0;
  const faults = usePasswordFaults(keyStore.ask, { password, ownerData, minLength });
  const differ = again !== '' && !password.startsWith(again) && password !== again;
  const ready = faults?.length === 0 && password === again;

  async function install(): Promise<void> {
    let folderClosed = false;
    const installed = await installKeys(session, keyStore.ask, { password, ownerData, minLength }, (progress) => {
      folderClosed = progress.folderClosed;
      setPhase(progress);
    });
    if (installed === 'done') return;
    if (installed === 'away') return setPhase({ at: 'waiting', folderClosed });
    setPhase({ at: 'choosing', refused: installed === 'password' ? null : installed });
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && phase.at === 'choosing') void install();
  };

  if (view === null) {
    return (
      <p role="status" className="keys-road-wait">
        <Spinner size="line" /> {t(followed.state === 'away' ? 'keys.away' : 'frame.loading')}
      </p>
    );
  }
  if (onToken !== null) return <TokenInstallStep session={session} view={view} {...onToken} />;
  if (phase.at !== 'choosing') {
    return (
      <section className="keys-road">
        <StepHeading text={t('keys.install.title')} />
        <p role="status" className="keys-road-wait">
          <Spinner size="line" /> {t(`keys.install.${phase.at}`)}
        </p>
        {phase.folderClosed ? (
          <Notice tone="warn">
            <p>{t('keys.install.folderClosed')}</p>
          </Notice>
        ) : null}
      </section>
    );
  }
  if (phase.refused === 'lost') {
    return (
      <section className="keys-road">
        <StepHeading text={t('keys.install.lost')} />
        <Notice tone="bad" role="alert">
          <p>{t('keys.install.lostText')}</p>
        </Notice>
      </section>
    );
  }
  return (
    <form className="keys-road" onSubmit={submit}>
      <StepHeading text={t('keys.install.title')} />
      <p className="soft">{t('keys.install.lead')}</p>
      <PasswordField label={t('keys.install.password')} value={password} onChange={setPassword} autoFocus />
      <PasswordRules min={minLength} faults={faults} />
      <PasswordField label={t('keys.install.repeat')} value={again} onChange={setAgain} error={differ ? t('keys.install.differ') : undefined} />
      <OldKeys keys={view.oldKeys} />
      {phase.refused === null ? null : (
        <Notice tone="bad" role="alert">
          <p>{t(phase.refused === 'other-key' ? 'keys.install.otherKey' : 'keys.failed')}</p>
        </Notice>
      )}
      <Button type="submit" look="primary" size="large" isDisabled={!ready}>
        {t('keys.install.save')}
      </Button>
    </form>
  );
}
