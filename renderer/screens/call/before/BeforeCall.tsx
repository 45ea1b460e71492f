/** Before a call: camera, microphone, light and line of the desk, how many wait, and the way to whoever waits longest. */
import { PhoneIncoming } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CallDeskView } from '../../../../shared/domain/call/call-view.ts';
import { useKeys } from '../../../ui/use-keys.ts';
import { CheckPanel, mayCall, useMediaCheck } from '../../../features/video-call/index.ts';
import type { DeskEngine } from '../../../features/identification/face/use-desk-engine.ts';
import { useHost } from '../../../host/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { minutesAndSeconds } from '../../../ui/minutes-and-seconds.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useNow } from '../../../ui/use-now.ts';
import type { CallDeskState } from '../use-call-desk.ts';
import { useCallDevices } from '../use-call-devices.ts';

interface BeforeCallProps {
  readonly desk: Extract<CallDeskView, { duty: 'on' }>;
  readonly calls: CallDeskState;
  readonly hidden: boolean;
  /** What measures movements in a call. */
  readonly movements: DeskEngine;
  readonly onMovementsAgain: () => void;
  readonly onStream: (stream: MediaStream) => void;
}

export function BeforeCall({ desk, calls, hidden, movements, onMovementsAgain, onStream }: BeforeCallProps) {
  const { t, language } = useTexts();
  const host = useHost();
  const { chosen, choose } = useCallDevices();
  const goesOn = useRef(false);
  const { check, again } = useMediaCheck(
    chosen,
    async () => {
      const measured = await host.calls.measureLine(null);
      return measured.ok ? measured.value : null;
    },
    () => goesOn.current,
  );
  const { service, waiting, current, machine } = desk;
  const ready = check.state === 'checked' ? check : null;
  const takeStream = (): void => {
    if (ready === null) return;
    goesOn.current = true;
    onStream(ready.stream);
  };
  const accept = async (): Promise<void> => {
    if (await calls.ask(host.calls.accept(null))) takeStream();
  };
  // The page was loaded anew in the middle of a call: it goes on as soon as there is a picture.
  useEffect(() => {
    if (current !== null && ready !== null) takeStream();
  });
  const mayAccept = ready !== null && mayCall(ready.grades) && service === 'open' && waiting.count > 0 && current === null;
  useKeys(mayAccept && !hidden ? { F9: () => void accept() } : {});
  const now = useNow(waiting.oldestSince === null ? null : 1000);

  return (
    <>
      <section className="calls-queue" aria-live="polite">
        {service === 'open' ? null : (
          <Notice tone={service === 'away' ? 'warn' : 'neutral'} role="status">
            <p>{t(service === 'away' ? 'calls.duty.away' : 'calls.duty.connecting')}</p>
          </Notice>
        )}
        {machine === 'cannot-run' || machine === 'too-weak' ? (
          <Notice tone="warn" role="status" action={<Button onPress={() => void host.calls.tryMachine(null)}>{t('calls.machine.again')}</Button>}>
            <p>{t(`calls.machine.${machine}`)}</p>
          </Notice>
        ) : null}
        {movements?.ok === false ? (
          <Notice tone="warn" role="status" action={<Button onPress={onMovementsAgain}>{t('calls.machine.again')}</Button>}>
            <p>{t('calls.machine.noMovements')}</p>
          </Notice>
        ) : null}
        <p className="calls-count">{waiting.count === 0 ? t('calls.duty.nobody') : t('calls.duty.waiting', { count: waiting.count })}</p>
        {machine === 'warming-up' ? <p className="soft">{t('calls.machine.warming-up')}</p> : null}
        {waiting.oldestSince === null ? null : <p className="soft">{t('calls.duty.since', { time: minutesAndSeconds(now - Date.parse(waiting.oldestSince)) })}</p>}
      </section>
      <CheckPanel check={check} language={language} chosen={chosen} onChoose={choose} onAgain={again}>
        {() => (
          <Button look="primary" size="large" icon={<PhoneIncoming size={20} aria-hidden />} hint="F9" isDisabled={!mayAccept} onPress={() => void accept()}>
            {t('calls.duty.accept')}
          </Button>
        )}
      </CheckPanel>
      <div>
        <Button onPress={() => void calls.setDuty(false)}>{t('calls.duty.stop')}</Button>
      </div>
    </>
  );
}
