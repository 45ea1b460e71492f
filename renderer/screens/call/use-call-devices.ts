/** Camera, microphone and speaker of this desk's calls, remembered with the other choices of the desk. */
import { type CallDevices, NOTHING_CHOSEN } from '../../../shared/domain/call/call-devices.ts';
import { changePreferences, usePage, usePreferences } from '../../host/index.ts';

export function useCallDevices(): { chosen: CallDevices; choose(devices: CallDevices): void } {
  const page = usePage();
  const { callDevices = NOTHING_CHOSEN } = usePreferences();
  return { chosen: callDevices, choose: (devices) => void changePreferences(page, { callDevices: devices }) };
}
