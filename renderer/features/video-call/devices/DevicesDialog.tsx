/** Camera, microphone and speaker while a call runs; what is chosen is heard and seen at once. */
import type { CallDevices } from '../../../../shared/domain/call/call-devices.ts';
import type { Language } from '../../../../shared/domain/localized.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { CALL_TEXTS } from '../texts.ts';
import { DeviceChoices } from './DeviceChoices.tsx';
import { DeviceTroubleNotice } from './DeviceTroubleNotice.tsx';
import type { OwnDevices } from './use-own-devices.ts';

interface DevicesDialogProps {
  readonly language: Language;
  readonly devices: OwnDevices;
  readonly chosen: CallDevices;
  readonly onClose: () => void;
}

export function DevicesDialog({ language, devices, chosen, onClose }: DevicesDialogProps) {
  const say = CALL_TEXTS[language].devices;
  return (
    <Dialog title={say.title} closeLabel={say.close} onClose={onClose}>
      <DeviceTroubleNotice language={language} trouble={devices.trouble} />
      <DeviceChoices language={language} lists={devices.lists} chosen={chosen} onChoose={devices.choose} />
    </Dialog>
  );
}
