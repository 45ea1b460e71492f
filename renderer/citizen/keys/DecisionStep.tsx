/** The НУЦ decides: what it is doing, since when, and whose fault a wait is. */
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { PortalSession } from '../portal/portal-client.ts';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';
import { inGroups } from './fingerprint.ts';
import { useKeysView } from './use-keys-view.ts';

/** From then on the way on paper is open (rules of the online renewal pilot). */
const OUTAGE_MS = 10 * 60_000;

interface DecisionStepProps {
  readonly session: PortalSession;
  readonly requests: readonly string[];
}

export function DecisionStep({ session, requests }: DecisionStepProps) {
  const { t } = useTexts();
  const followed = useKeysView(session, true);
  const authority = followed.state === 'told' ? followed.view.authority : null;
  const awayMs = authority?.is === 'received' ? authority.awayMs : null;
  return (
    <section className="keys-road">
      <StepHeading text={t('keys.decision.title')} />
      <p role="status" className="keys-road-wait">
        <Spinner size="line" /> {t(authority?.is === 'deciding' || authority?.is === 'issued' ? 'keys.decision.deciding' : 'keys.decision.received')}
      </p>
      <p className="soft">{t('keys.decision.text')}</p>
      {awayMs !== null || followed.state === 'away' ? (
        <Notice tone="warn" role="status">
          <p>{t('keys.decision.away')}</p>
          {awayMs !== null && awayMs >= OUTAGE_MS ? <p>{t('keys.decision.paper')}</p> : null}
        </Notice>
      ) : null}
      <details className="keys-road-fingerprint">
        <summary>{t('keys.decision.fingerprint')}</summary>
        {requests.map((request) => (
          <code key={request}>{inGroups(request)}</code>
        ))}
        <p className="soft small">{t('keys.decision.fingerprintText')}</p>
      </details>
    </section>
  );
}
