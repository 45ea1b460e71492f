/** Which device of a kind is used: the chosen one while it is plugged in, else the system's first; and whether that has to be said. */
import type { CallDevices } from '../../../../shared/domain/call/call-devices.ts';

export type DeviceKind = keyof CallDevices;
export const DEVICE_KINDS = ['camera', 'microphone', 'speaker'] as const satisfies readonly DeviceKind[];

export interface Device {
  id: string;
  /** Empty until the browser trusts the page with names, which it does after the first permission. */
  label: string;
}
export type DeviceLists = Readonly<Record<DeviceKind, readonly Device[]>>;

export interface DeviceInUse {
  /** Null where there is none of this kind. */
  id: string | null;
  /** Somebody chose a device that is not there now. */
  chosenIsGone: boolean;
}

export function deviceInUse(devices: readonly Device[], chosen: string | null): DeviceInUse {
  const found = devices.find(({ id }) => id === chosen);
  return { id: found?.id ?? devices[0]?.id ?? null, chosenIsGone: chosen !== null && found === undefined };
}

const KIND_OF: Readonly<Record<MediaDeviceKind, DeviceKind>> = { videoinput: 'camera', audioinput: 'microphone', audiooutput: 'speaker' };

/** @param known as the browser lists them; before the first permission they have no names, and nothing can be chosen of them */
export function listsOf(known: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[]): DeviceLists {
  const of = (kind: DeviceKind): Device[] => known.filter((device) => KIND_OF[device.kind] === kind && device.deviceId !== '').map(({ deviceId: id, label }) => ({ id, label }));
  return { camera: of('camera'), microphone: of('microphone'), speaker: of('speaker') };
}
