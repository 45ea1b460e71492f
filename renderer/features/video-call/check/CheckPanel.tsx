/** The pre-flight on either page: one's own picture, what each part is worth, what to do about it, and the choice of devices. */
import type { ReactNode } from 'react';
import type { CallDevices } from '../../../../shared/domain/call/call-devices.ts';
import type { Preflight } from '../../../../shared/domain/call/call-talk.ts';
import type { Language } from '../../../../shared/domain/localized.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { DeviceKind } from '../devices/choose-device.ts';
import { DeviceChoices } from '../devices/DeviceChoices.tsx';
import { useDevices } from '../devices/use-devices.ts';
import { CALL_TEXTS } from '../texts.ts';
import '../video-call.css';
import './check.css';
import { CheckPicture } from './CheckPicture.tsx';
import type { UseMediaCheck } from './use-media-check.ts';

interface CheckPanelProps extends Pick<UseMediaCheck, 'check'> {
  readonly language: Language;
  readonly chosen: CallDevices;
  readonly onChoose: (devices: CallDevices) => void;
  readonly onAgain: () => void;
  /** Stands below, once everything was measured. */
  readonly children: (checked: { stream: MediaStream; grades: Preflight }) => ReactNode;
}

const PARTS = ['camera', 'light', 'microphone', 'line'] as const;
const ADVICE = { camera: 'adviceCamera', light: 'adviceLight', microphone: 'adviceMicrophone', line: 'adviceLine' } as const;
const TONE = { good: 'good', poor: 'warn', bad: 'bad' } as const;

export function CheckPanel({ check, language, chosen, onChoose, onAgain, children }: CheckPanelProps) {
  const say = CALL_TEXTS[language].check;
  const lists = useDevices(check.state !== 'checking');
  return (
    <section className="call-check" aria-label={say.title}>
      <CheckPicture check={check} language={language} />
      <div className="call-check-side">
        {check.state === 'checking' ? (
          <Notice tone="neutral" role="status">
            {say.checking}
          </Notice>
        ) : null}
        {check.state === 'checked' ? (
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
        ) : null}
        {/* What is to be pressed stays in view on a low screen; the choice of devices stands below it. */}
        <div className="call-actions">
          {check.state === 'checked' ? children(check) : null}
          {check.state === 'checking' ? null : <Button onPress={onAgain}>{say.again}</Button>}
        </div>
        {/* Also where one of them could not be opened: another one may. */}
        {check.state === 'checking' ? null : (
          <DeviceChoices language={language} lists={lists} chosen={chosen} onChoose={(kind: DeviceKind, id) => onChoose({ ...chosen, [kind]: id })} />
        )}
      </div>
    </section>
  );
}
