/** The desk: the answer in a band across the window, the ways in on the left, the document on the right. */
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import { useKeys } from '../../ui/use-keys.ts';
import type { HandheldState, ScanHandoff } from '../../features/handheld-scanner/index.ts';
import { useVerdictSound } from '../../features/verdict-sound/index.ts';
import { usePreferences } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { ConsentDialog } from '../consent/ConsentDialog.tsx';
import { DeskRequestDialog } from '../desk-request/DeskRequestDialog.tsx';
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
  const [asking, setAsking] = useState<'nothing' | 'consent' | 'desk-request'>('nothing');
  const { state } = desk;
  const stopAsking = () => setAsking('nothing');
  // The same functions for as long as the desk is there: what takes them is not drawn again with each answer.
  const openConsent = useCallback(() => setAsking('consent'), []);
  const openDeskRequest = useCallback(() => setAsking('desk-request'), []);
  useVerdictSound(state.at === 'answered' ? state.outcome : null, sound);
  useKeys(asking === 'nothing' ? { F3: openConsent, 'Ctrl+E': openDeskRequest } : {});

  const takeHanded = useEffectEvent((input: ScanInput) => {
    // The citizen shows a code after all: the question by SMS or by our QR is taken back.
    stopAsking();
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
          onDeskRequest={openDeskRequest}
          waiting={state.at === 'ready'}
          busy={state.at === 'checking'}
          blocked={asking !== 'nothing'}
          handheld={handheld}
        />
        {state.at === 'answered' ? <AnswerBody key={state.outcome.id} answered={state} desk={desk} onConsent={openConsent} /> : <ReadyBody />}
      </div>
      <DeskFoot desk={desk} />
      {asking === 'consent' ? (
        <ConsentDialog
          iin={state.at === 'answered' ? state.paperIin : null}
          onClose={stopAsking}
          onGiven={(requestId) => {
            stopAsking();
            desk.scan({ kind: 'consent', requestId });
          }}
        />
      ) : null}
      {asking === 'desk-request' ? (
        <DeskRequestDialog
          onClose={stopAsking}
          onGiven={(payload) => {
            stopAsking();
            desk.scan({ kind: 'code', source: 'desk-request', payload });
          }}
        />
      ) : null}
    </main>
  );
}
