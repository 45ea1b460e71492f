/** Scanners that are devices of their own (HID POS, serial line) as a hook: listened to while the component lives. */
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { browserHid, type Hid } from './hid-device.ts';
import { SCANNER_FILTER } from './hid-pos-report.ts';
import type { ConnectedScanner, ScannerListener } from './scanner-listener.ts';
import { browserSerial, type Serial } from './serial-port.ts';
import { watchHidScanners } from './watch-hid-scanners.ts';
import { watchSerialScanners } from './watch-serial-scanners.ts';

export interface DeviceScanners {
  connected: readonly ConnectedScanner[];
  /** The last device could not be opened: another program holds it. */
  refused: boolean;
  /** Opens the browser's own list of devices; null where this browser has none of the kind. */
  chooseHid: (() => Promise<void>) | null;
  chooseSerial: (() => Promise<void>) | null;
}

/** Most scanners with a serial line leave the factory with it; over USB any speed will do. */
export const USUAL_BAUD = 9600;

/** One kind of device as the browser reaches it; a new value of it makes the desk look again. */
interface Reached<Bus> {
  readonly bus: Bus;
}
const reach = <Bus,>(bus: Bus | null): Reached<Bus> | null => (bus === null ? null : { bus });

/** @param baudRate null where nobody is at the desk: devices are not opened then */
export function useDeviceScanners(onText: (text: string) => void, baudRate: number | null): DeviceScanners {
  const [hid, setHid] = useState(() => reach(browserHid()));
  const [serial, setSerial] = useState(() => reach(browserSerial()));
  const attended = baudRate !== null;
  const watchHid = useCallback((bus: Hid, listener: ScannerListener) => (attended ? watchHidScanners(bus, listener) : NOTHING_TO_STOP), [attended]);
  const watchSerial = useCallback(
    (bus: Serial, listener: ScannerListener) => (baudRate === null ? NOTHING_TO_STOP : watchSerialScanners(bus, baudRate, listener)),
    [baudRate],
  );
  const hidScanners = useWatched(hid, watchHid, onText);
  const serialScanners = useWatched(serial, watchSerial, onText);
  // A device that was just chosen tells of itself only when it is plugged in the next time. Closing the list is no error.
  const choose = (ask: () => Promise<unknown>, lookAgain: () => void) => () => ask().then(lookAgain, () => undefined);
  return {
    connected: [...hidScanners.connected, ...serialScanners.connected],
    refused: hidScanners.refused || serialScanners.refused,
    chooseHid: hid === null ? null : choose(() => hid.bus.requestDevice({ filters: [SCANNER_FILTER] }), () => setHid({ ...hid })),
    chooseSerial: serial === null ? null : choose(() => serial.bus.requestPort(), () => setSerial({ ...serial })),
  };
}

const NOTHING_TO_STOP = () => undefined;
const NONE = { connected: [] as readonly ConnectedScanner[], refused: false };

function useWatched<Bus>(
  reached: Reached<Bus> | null,
  watch: (bus: Bus, listener: ScannerListener) => () => void,
  onText: (text: string) => void,
): typeof NONE {
  const [state, setState] = useState(NONE);
  const scan = useEffectEvent(onText);
  useEffect(() => {
    if (reached === null) return undefined;
    return watch(reached.bus, {
      scan: (text) => scan(text),
      connected: (connected) => setState({ connected, refused: false }),
      refused: () => setState((before) => ({ ...before, refused: true })),
    });
  }, [reached, watch]);
  return state;
}
