/** The pre-flight on either page: one's own picture, what each part is worth, what to do about it, and the choice of devices. */
import type { ReactNode } from 'react';
import type { Preflight } from '../../../../shared/domain/call/call-talk.ts';
import type { Language } from '../../../../shared/domain/localized.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { CALL_TEXTS } from '../texts.ts';
import '../video-call.css';
import type { ChosenDevices } from './open-media.ts';
import type { UseMediaCheck } from './use-media-check.ts';

interface CheckPanelProps extends Omit<UseMediaCheck, 'again'> {
  readonly language: Language;
  readonly chosen: ChosenDevices;
  readonly onChoose: (devices: ChosenDevices) => void;
  readonly onAgain: () => void;
  /** Stands below, once everything was measured. */
  readonly children: (checked: { stream: MediaStream; grades: Preflight }) => ReactNode;
}

const PARTS = ['camera', 'light', 'microphone', 'line'] as const;
const ADVICE = { camera: 'adviceCamera', light: 'adviceLight', microphone: 'adviceMicrophone', line: 'adviceLine' } as const;
const TONE = { good: 'good', poor: 'warn', bad: 'bad' } as const;

export function CheckPanel({ check, video, language, chosen, onChoose, onAgain, children }: CheckPanelProps) {
  const say = CALL_TEXTS[language].check;
  return (
    <section className="call-check" aria-label={say.title}>
      <video ref={video} className="call-check-picture" muted autoPlay playsInline />
      <div className="call-check-side">
        {check.state === 'checking' ? <Notice tone="neutral" role="status">{say.checking}</Notice> : null}
        {check.state === 'denied' ? <Notice tone="bad" role="alert">{say.denied}</Notice> : null}
        {check.state === 'checked' ? (
          <>
            <dl className="call-grades">
              {PARTS.map((part) => (
                <div key={part}>
                  <dt>{say[part]}</dt>
                  <dd>
                    <Badge tone={TONE[check.grades[part]]}>{say[check.grades[part]]}</Badge>
                    {check.grades[part] === 'good' ? null : <span className="call-advice">{say[ADVICE[part]]}</span>}
                  </dd>
                </div>
              ))}
            </dl>
            <DeviceChoice label={say.camera} devices={check.devices.cameras} chosen={chosen.cameraId} onChoose={(cameraId) => onChoose({ ...chosen, cameraId })} />
            <DeviceChoice
              label={say.microphone}
              devices={check.devices.microphones}
              chosen={chosen.microphoneId}
              onChoose={(microphoneId) => onChoose({ ...chosen, microphoneId })}
            />
          </>
        ) : null}
        <div className="call-actions">
          {check.state === 'checked' ? children(check) : null}
          {check.state === 'checking' ? null : <Button onPress={onAgain}>{say.again}</Button>}
        </div>
      </div>
    </section>
  );
}

/** A choice only where there is one. */
function DeviceChoice({ label, devices, chosen, onChoose }: { label: string; devices: readonly MediaDeviceInfo[]; chosen: string | null; onChoose: (id: string) => void }) {
  if (devices.length < 2) return null;
  const value = devices.find(({ deviceId }) => deviceId === chosen)?.deviceId ?? devices[0]!.deviceId;
  return <Select label={label} choices={devices.map((device) => ({ id: device.deviceId, text: device.label }))} value={value} onChange={onChoose} />;
}
