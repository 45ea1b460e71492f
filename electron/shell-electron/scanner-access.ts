/** Lets the page reach scanners that are devices of their own, as the house's policy says and the operator chose. */
import type { Session } from 'electron';
import type { AppOrigin } from '../security/app-origin.ts';
import { type AskedDevice, mayOpen } from '../security/scanner-policy.ts';
import type { ChosenPorts } from './chosen-ports.ts';

type DevicePermission = Parameters<Parameters<Session['setDevicePermissionHandler']>[0] & {}>[0];
type SerialPort = Extract<DevicePermission['device'], { portId: string }>;

export interface ScannerAccess {
  origin: AppOrigin;
  operatorPresent(): boolean;
  chosenPorts: ChosenPorts;
  /** Asks the operator which of these it is; null where they choose none. */
  pick(names: readonly string[]): Promise<number | null>;
}

export function installScannerAccess(session: Session, { origin, operatorPresent, chosenPorts, pick }: ScannerAccess): void {
  session.setDevicePermissionHandler((details) => mayOpen(askedDevice(details, chosenPorts), details.origin, origin, operatorPresent()));

  // Electron has no list of its own: without an answer the page's question is refused.
  session.on('select-hid-device', (event, { deviceList }, choose) => {
    event.preventDefault();
    void pickOf(deviceList, ({ name }) => name, pick).then((device) => choose(device?.deviceId ?? null));
  });
  session.on('select-serial-port', (event, ports, _contents, choose) => {
    event.preventDefault();
    void pickOf(ports, ({ displayName, portName }) => displayName ?? portName, pick).then((port) => {
      if (port !== null) chosenPorts.add(keyOf(port));
      // An empty id says that none was chosen.
      choose(port?.portId ?? '');
    });
  });
}

async function pickOf<Device>(devices: readonly Device[], nameOf: (device: Device) => string, pick: ScannerAccess['pick']): Promise<Device | null> {
  const index = devices.length === 0 ? null : await pick(devices.map(nameOf)).catch(() => null);
  return index === null ? null : (devices[index] ?? null);
}

function askedDevice({ deviceType, device }: DevicePermission, chosenPorts: ChosenPorts): AskedDevice {
  if (deviceType === 'hid') return { kind: 'hid', collections: 'collections' in device ? device.collections : [] };
  if (deviceType === 'serial') return { kind: 'serial', chosen: 'portId' in device && chosenPorts.has(keyOf(device)) };
  return { kind: 'usb' };
}

/** The same at the next start: ids of ports are made anew each time. */
const keyOf = ({ vendorId, productId, serialNumber, portName }: SerialPort): string =>
  [vendorId ?? '', productId ?? '', serialNumber ?? portName].join(':');
