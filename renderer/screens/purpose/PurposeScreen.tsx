/** Which service the documents are looked at for: chosen once, by a digit or a press, and held until changed. */
import { useEffect, useState } from 'react';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import type { ScanHandoff } from '../../features/handheld-scanner/index.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost, usePage } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDigitKeys } from '../../ui/use-digit-keys.ts';
import './purpose.css';
import { PurposeCard } from './PurposeCard.tsx';

interface PurposeScreenProps {
  readonly session: Extract<OperatorSession, { state: 'signed-in' }>;
  readonly scans: ScanHandoff;
  readonly onDone: () => void;
}

export function PurposeScreen({ session, scans, onDone }: PurposeScreenProps) {
  const { t } = useTexts();
  const host = useHost();
  const page = usePage();
  const faultText = useFaultText();
  const [scannedTooEarly, setScannedTooEarly] = useState(false);
  useEffect(() => scans.take(() => setScannedTooEarly(true)), [scans]);
  const [fault, setFault] = useState<Fault | null>(null);

  const choose = async (purposeId: string) => {
    const chosen = await host.operator.choosePurpose({ purposeId });
    if (!chosen.ok) return setFault(chosen.failure);
    page.session.set(chosen.value);
    onDone();
  };
  useDigitKeys(session.purposes, (purpose) => void choose(purpose.id));
  useKeys(session.purposeId === null ? {} : { Escape: onDone });
  // Enter right after F4 must keep the purpose, not take the first one.
  const focusedId = session.purposeId ?? session.purposes[0]?.id;

  return (
    <main className="purpose">
      <header className="purpose-head">
        <h1 className="purpose-title">{t('purpose.title')}</h1>
        <p className="soft">{t('purpose.text')}</p>
      </header>
      {fault === null ? null : (
        <Notice tone="bad" role="alert">
          <p>{faultText(fault)}</p>
        </Notice>
      )}
      {scannedTooEarly ? (
        <Notice tone="warn" role="alert">
          <p>{t('purpose.first')}</p>
        </Notice>
      ) : null}
      {session.purposes.length === 0 ? <Notice tone="warn">{t('purpose.none')}</Notice> : null}
      <ol className="purpose-list">
        {session.purposes.map((purpose, index) => (
          <li key={purpose.id}>
            <PurposeCard
              purpose={purpose}
              digit={index < 9 ? index + 1 : null}
              current={purpose.id === session.purposeId}
              focused={purpose.id === focusedId}
              onPress={() => void choose(purpose.id)}
            />
          </li>
        ))}
      </ol>
      <footer className="purpose-foot">
        <p className="soft">{t('purpose.keys')}</p>
        {session.purposeId === null ? null : (
          <Button look="quiet" hint="Esc" onPress={onDone}>
            {t('purpose.back')}
          </Button>
        )}
      </footer>
    </main>
  );
}
