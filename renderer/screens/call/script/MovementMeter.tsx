/** What the machine measures while a movement is asked for: it moves a bar and says in words what it sees; the operator decides. */
import { useEffect } from 'react';
import type { CallStepView, CallView } from '../../../../shared/domain/call/call-view.ts';
import { measureMovement } from '../../../features/video-call/index.ts';
import { useHost } from '../../../host/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import type { DeskEngine } from '../../../features/identification/face/use-desk-engine.ts';

interface MovementMeterProps {
  readonly call: Pick<CallView, 'callId' | 'support'>;
  readonly step: Pick<CallStepView, 'id'>;
  readonly engine: DeskEngine;
  readonly remote: MediaStream;
}

export function MovementMeter({ call: { callId, support }, step: { id: step }, engine, remote }: MovementMeterProps) {
  const { t } = useTexts();
  const host = useHost();
  const running = engine?.ok === true ? engine.value : null;
  useEffect(() => {
    if (running === null) return;
    return measureMovement(running, remote, (frames) => void host.calls.keepMovement({ callId, step, frames }));
  }, [host, running, remote, callId, step]);

  if (engine === null) return <p className="soft">{t('calls.movement.loading')}</p>;
  if (!engine.ok) return <p className="soft">{t('calls.movement.unmeasured')}</p>;
  const { state, degrees, needed } = support.movements.find((found) => found.step === step) ?? { state: 'looking' as const, degrees: 0, needed: 1 };
  return (
    <div className="movement-meter" data-state={state}>
      <meter min={0} max={needed} value={Math.min(degrees, needed)} aria-hidden />
      <p role="status">{t(`calls.movement.${state}`)}</p>
    </div>
  );
}
