/** A picture at full resolution, asked of the citizen's camera over the data channel and kept in the evidence before it is judged. */
import { Camera } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CallStepView } from '../../../../shared/domain/call/call-view.ts';
import { useKeys } from '../../../ui/use-keys.ts';
import type { StillRequests } from '../../../features/video-call/index.ts';
import { useHost } from '../../../host/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import type { CallDeskState } from '../use-call-desk.ts';

interface StillStepProps {
  readonly callId: string;
  readonly step: CallStepView;
  readonly calls: CallDeskState;
  readonly stills: StillRequests | null;
  readonly hidden: boolean;
}

type Taking = { at: 'none' } | { at: 'coming'; part: number } | { at: 'failed' } | { at: 'here'; address: string };

export function StillStep({ callId, step, calls, stills, hidden }: StillStepProps) {
  const { t } = useTexts();
  const host = useHost();
  const [taking, setTaking] = useState<Taking>({ at: 'none' });
  useEffect(() => () => void (taking.at === 'here' && URL.revokeObjectURL(taking.address)), [taking]);

  const take = async (): Promise<void> => {
    if (stills === null || taking.at === 'coming') return;
    setTaking({ at: 'coming', part: 0 });
    const still = await stills.ask(step.id, (part) => setTaking({ at: 'coming', part }));
    if (still === null) return setTaking({ at: 'failed' });
    const { sha256, jpeg } = still;
    const kept = await calls.ask(host.calls.keepStill({ callId, step: step.id, sha256, jpeg }));
    if (kept && step.subject === 'card-back') void readBack(sha256, jpeg);
    setTaking(kept ? { at: 'here', address: URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' })) } : { at: 'failed' });
  };
  async function readBack(sha256: string, jpeg: Uint8Array<ArrayBuffer>): Promise<void> {
    const { readZone } = await import('../../../features/identification/card/read-zone.ts');
    const lines = await readZone(new Blob([jpeg], { type: 'image/jpeg' })).catch(() => null);
    await host.calls.readZone({ callId, sha256, lines });
  }
  useKeys(hidden ? {} : { F2: () => void take() });

  return (
    <div className="still-step">
      {taking.at === 'here' ? <img className="still-picture" src={taking.address} alt={t('calls.script.stillAlt')} /> : null}
      {taking.at === 'failed' ? <p role="alert">{t('calls.script.stillFailed')}</p> : null}
      <Button
        look={step.still === null ? 'primary' : 'secondary'}
        icon={<Camera size={18} aria-hidden />}
        hint="F2"
        isDisabled={stills === null || taking.at === 'coming'}
        onPress={() => void take()}
      >
        {taking.at === 'coming' ? t('calls.script.taking', { percent: Math.round(taking.part * 100) }) : t(step.still === null ? 'calls.script.take' : 'calls.script.retake')}
      </Button>
    </div>
  );
}
