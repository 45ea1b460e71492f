/** The end of the way: where the keys are, how to keep them, what works without a file, and the receipt. */
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { PortalSession } from '../portal/portal-client.ts';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';
import { type ChestContent, EMPTY_CHEST, readChest } from './key-chest.ts';
import { download } from './save-files.ts';
import { TrialSignature } from './TrialSignature.tsx';
import { useReceipt } from './use-receipt.ts';

interface IssuedStepProps {
  readonly session: PortalSession;
  readonly revokedOld: number;
}

export function IssuedStep({ session, revokedOld }: IssuedStepProps) {
  const { t } = useTexts();
  const [chest, setChest] = useState<ChestContent>(EMPTY_CHEST);
  const receipt = useReceipt(session);
  const token = chest.token?.token ?? null;
  useEffect(() => {
    void readChest(session.id).then(setChest, () => undefined);
  }, [session]);

  const tips = (name: 'issued.keepTips' | 'issued.alternativesTips' | 'token.keepTips') => (
    <ul className="keys-road-tips">
      {(t(`keys.${name}`, { returnObjects: true }) as unknown as readonly string[]).map((tip) => (
        <li key={tip}>{tip}</li>
      ))}
    </ul>
  );
  return (
    <section className="keys-road">
      <StepHeading text={t('keys.issued.title')} />
      <Notice tone="good" role="status">
        <p>
          {t(token === null ? 'keys.issued.until' : 'keys.token.until')} {revokedOld > 0 ? t('keys.issued.revoked', { count: revokedOld }) : null}
        </p>
      </Notice>
      <h2>{t('keys.issued.where')}</h2>
      {token === null ? <KeyFiles chest={chest} /> : <p>{t('keys.token.where', { token: token.label })}</p>}
      <div className="keys-road-acts">
        <Button
          icon={<Download size={18} aria-hidden />}
          isDisabled={receipt === null}
          onPress={() => receipt !== null && download(`receipt-${session.id.slice(0, 8)}.pdf`, receipt, 'application/pdf')}
        >
          {t(receipt === null ? 'keys.issued.receiptSoon' : 'keys.issued.receipt')}
        </Button>
      </div>
      <TrialSignature store={token === null ? 'computer' : 'token'} />
      <h2>{t('keys.issued.keep')}</h2>
      {tips(token === null ? 'issued.keepTips' : 'token.keepTips')}
      <h2>{t('keys.issued.alternatives')}</h2>
      {tips('issued.alternativesTips')}
      {token === null ? <p className="soft">{t('keys.issued.carrierTip')}</p> : null}
    </section>
  );
}

function KeyFiles({ chest: { folder, saved } }: { readonly chest: ChestContent }) {
  const { t } = useTexts();
  return (
    <>
      <p>{folder === null ? t('keys.issued.inDownloads') : t('keys.issued.inFolder', { folder: folder.name })}</p>
      <ul className="keys-road-files">
        {saved.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
