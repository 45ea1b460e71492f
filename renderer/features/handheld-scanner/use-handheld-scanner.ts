/** The handheld scanner as a hook of the page: works from any screen and focus while the component lives. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ScanInput } from '../../../shared/domain/scan-input.ts';
import type { HandheldProfile } from '../../../shared/domain/handheld-profile.ts';
import { type DeviceScanners, useDeviceScanners } from './devices/use-device-scanners.ts';
import { listenToWedge } from './listen-to-wedge.ts';
import { scanTap } from './scan-tap.ts';

export interface HandheldState {
  devices: DeviceScanners;
  /** How the last scan ended; `unfinished` where no Enter or Tab ended it. */
  lastScan: 'whole' | 'unfinished';
  /** Scanned with in the last minutes. */
  inUse: boolean;
}

/** Between two citizens; whoever puts the scanner away has the camera back by then. */
const IN_USE_MS = 180_000;

interface HandheldScanner {
  onScan(input: ScanInput): void;
  /** Scans are still kept out of the controls, and dropped. */
  paused: boolean;
  /** What this desk learned of its scanner; null before it did. */
  profile: HandheldProfile | null;
  /** Of scanners on a serial line; null where no scanner but one that types is listened to. */
  baudRate: number | null;
}

export function useHandheldScanner({ onScan, paused, profile, baudRate }: HandheldScanner): HandheldState {
  const [state, setState] = useState<Omit<HandheldState, 'devices'>>({ lastScan: 'whole', inUse: false });
  const latest = useRef({ onScan, paused });
  useEffect(() => {
    latest.current = { onScan, paused };
  });
  const take = (payload: string) => {
    setState({ lastScan: 'whole', inUse: true });
    if (!latest.current.paused) latest.current.onScan({ kind: 'code', source: 'handheld', payload });
  };
  const takeTyped = useEffectEvent(take);
  const takeSent = (text: string) => {
    const tap = scanTap();
    if (tap === null) take(text);
    else tap.text(text);
  };
  const devices = useDeviceScanners(takeSent, baudRate);
  // In the layout phase, so that it hears each key before the keys of any screen that appears at the same moment.
  useLayoutEffect(
    () =>
      listenToWedge(
        window,
        {
          scan: (payload) => takeTyped(payload),
          unfinished: () => setState({ lastScan: 'unfinished', inUse: true }),
        },
        profile ?? undefined,
      ),
    [profile],
  );
  useEffect(() => {
    if (!state.inUse) return undefined;
    const timer = setTimeout(() => setState(({ lastScan }) => ({ lastScan, inUse: false })), IN_USE_MS);
    // Every scan makes a new state and begins the time anew.
    return () => clearTimeout(timer);
  }, [state]);
  return { ...state, devices };
}
