/** The desk: the answer in a band across the window, the ways in on the left, the document on the right. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { ScanInput } from '../../../shared/domain/scan-input.ts';
import type { ScanHandoff } from '../../app/scan-handoff.ts';
import { useKeys } from '../../app/use-keys.ts';
import type { HandheldState } from '../../features/handheld-scanner/index.ts';
import { useVerdictSound } from '../../features/verdict-sound/index.ts';
import { usePreferences } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { ConsentDialog } from '../consent/ConsentDialog.tsx';
import { AnswerBody } from './AnswerBody.tsx';
import './desk.css';
import { DeskBand } from './DeskBand.tsx';
import { DeskFoot } from './DeskFoot.tsx';
import { DeskInput } from './DeskInput.tsx';
import { ReadyBody } from './ReadyBody.tsx';
import { useDesk } from './use-desk.ts';

interface DeskScreenProps {
  /** What the handheld scanner reads, on whatever screen that was. */
  readonly scans: ScanHandoff;
  readonly handheld: HandheldState;
}

export function DeskScreen({ scans, handheld }: DeskScreenProps) {
  const { t } = useTexts();
  const { sound } = usePreferences();
  const desk = useDesk();
  const [consentOpen, setConsentOpen] = useState(false);
  const { state } = desk;
  const openConsent = () => setConsentOpen(true);
  useVerdictSound(state.at === 'answered' ? state.outcome : null, sound);
  useKeys(consentOpen ? {} : { F3: openConsent });

  const takeHanded = useEffectEvent((input: ScanInput) => {
    // The citizen shows a code after all: the question by SMS is taken back.
    setConsentOpen(false);
    desk.scan(input);
  });
  useEffect(() => scans.take((input) => takeHanded(input)), [scans]);

  return (
    <main className="desk" data-state={state.at}>
      <h1 className="visually-hidden">{t('desk.title')}</h1>
      <DeskBand state={state} />
      <div className="desk-columns">
        <DeskInput
          onScan={desk.scan}
          onConsent={openConsent}
          waiting={state.at === 'ready'}
          busy={state.at === 'checking'}
          blocked={consentOpen}
          handheld={handheld}
        />
        {state.at === 'answered' ? <AnswerBody key={state.outcome.id} answered={state} desk={desk} /> : <ReadyBody />}
      </div>
      <DeskFoot desk={desk} />
      {consentOpen ? (
        <ConsentDialog
          onClose={() => setConsentOpen(false)}
          onGiven={(requestId) => {
            setConsentOpen(false);
            desk.scan({ kind: 'consent', requestId });
          }}
        />
      ) : null}
    </main>
  );
}
