/** Certificates go onto the token beside the keys that were made there; then the earlier keys end, as with files. */
import { useEffect, useState } from 'react';
import type { KeysView } from '../../../shared/domain/issuance/portal-keys.ts';
import type { PluggedToken } from '../../../shared/domain/issuance/token-program.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { PortalSession } from '../portal/portal-client.ts';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';
import { installTokenKeys, tellInstalled } from './install-keys.ts';
import { OldKeys } from './OldKeys.tsx';
import type { TokenTrouble } from './token-program.ts';

const AGAIN_MS = 2_000;

interface TokenInstallStepProps {
  readonly session: PortalSession;
  readonly view: KeysView;
  readonly token: PluggedToken;
  /** The certificates are there already: only the НУЦ has not been told. */
  readonly written: boolean;
}

export function TokenInstallStep({ session, view, token, written }: TokenInstallStepProps) {
  const { t } = useTexts();
  const [phase, setPhase] = useState<'choosing' | 'writing' | 'waiting'>(written ? 'waiting' : 'choosing');
  const [trouble, setTrouble] = useState<TokenTrouble | 'failed' | null>(null);
  const waiting = phase === 'waiting';
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => void tellInstalled(session), AGAIN_MS);
    return () => clearInterval(timer);
  }, [session, waiting]);

  async function write(): Promise<void> {
    setPhase('writing');
    setTrouble(null);
    const installed = await installTokenKeys(session);
    if (installed.ok) return setPhase('waiting');
    setPhase('choosing');
    setTrouble(installed.failure);
  }
  return (
    <section className="keys-road">
      <StepHeading text={t('keys.token.installTitle')} />
      {phase === 'choosing' ? (
        <>
          <p className="soft">{t('keys.token.installLead', { token: token.label })}</p>
          <OldKeys keys={view.oldKeys} />
          {trouble === null ? null : (
            <Notice tone="bad" role="alert">
              <p>{t(`keys.token.trouble.${trouble}`)}</p>
            </Notice>
          )}
          <Button look="primary" size="large" onPress={() => void write()}>
            {t('keys.token.install')}
          </Button>
        </>
      ) : (
        <p role="status" className="keys-road-wait">
          <Spinner size="line" /> {t(phase === 'writing' ? 'keys.token.typePin' : 'keys.token.waiting')}
        </p>
      )}
    </section>
  );
}
