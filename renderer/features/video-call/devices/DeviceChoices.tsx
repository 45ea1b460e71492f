/** The choice of camera, microphone and speaker: each only where there is one, with a word where the chosen one is not plugged in. */
import type { CallDevices } from '../../../../shared/domain/call/call-devices.ts';
import type { Language } from '../../../../shared/domain/localized.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { CALL_TEXTS, filled } from '../texts.ts';
import { DEVICE_KINDS, type DeviceKind, deviceInUse, type DeviceLists } from './choose-device.ts';
import './devices.css';
import { playTone } from './play-tone.ts';

interface DeviceChoicesProps {
  readonly language: Language;
  readonly lists: DeviceLists;
  readonly chosen: CallDevices;
  readonly onChoose: (kind: DeviceKind, id: string) => void;
}

export function DeviceChoices({ language, lists, chosen, onChoose }: DeviceChoicesProps) {
  const say = CALL_TEXTS[language].devices;
  return (
    <div className="call-devices">
      {DEVICE_KINDS.map((kind) => {
        const devices = lists[kind];
        const { id, chosenIsGone } = deviceInUse(devices, chosen[kind]);
        return (
          <div key={kind} className="call-device">
            {devices.length < 2 || id === null ? null : (
              <Select
                label={say[kind]}
                choices={devices.map((device, index) => ({ id: device.id, text: device.label === '' ? filled(say.unnamed, { number: index + 1 }) : device.label }))}
                value={id}
                onChange={(next) => onChoose(kind, next)}
              />
            )}
            {chosenIsGone && id !== null ? (
              <p role="status" className="call-advice">
                {say.gone[kind]}
              </p>
            ) : null}
          </div>
        );
      })}
      {lists.speaker.length === 0 ? null : (
        <Button size="small" onPress={() => void playTone(deviceInUse(lists.speaker, chosen.speaker).id)}>
          {say.playTone}
        </Button>
      )}
    </div>
  );
}
