/** The citizen's camera, microphone and speaker, remembered by the browser they were chosen in. */
import { type CallDevices, NOTHING_CHOSEN } from '../../../../shared/domain/call/call-devices.ts';

const NAME = 'call devices';

/** What was chosen last; nothing in a browser that keeps nothing. */
export function keptDevices(): CallDevices {
  try {
    return (JSON.parse(localStorage.getItem(NAME) ?? 'null') as CallDevices | null) ?? NOTHING_CHOSEN;
  } catch {
    return NOTHING_CHOSEN;
  }
}

export function keepDevices(devices: CallDevices): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(devices));
  } catch {
    // Storage may be forbidden or full; the choice then lasts as long as the page.
  }
}
