/** What every part of the citizen's side of a call is given. */
import type { CallDevices } from '../../../../shared/domain/call/call-devices.ts';
import type { Language } from '../../../../shared/domain/localized.ts';

export interface CitizenCallProps {
  readonly applicationId: string;
  /** Of the application: the service takes the socket of its owner only. */
  readonly token: string;
  readonly language: Language;
  /** Origin of the portal, such as `http://127.0.0.1:4000`; the page's own. */
  readonly portal: string;
  /** The citizen puts the call aside. */
  readonly onLeave: () => void;
}

/** Devices as this browser remembers them. */
export interface OwnChoice {
  readonly chosen: CallDevices;
  readonly onChoose: (devices: CallDevices) => void;
}
