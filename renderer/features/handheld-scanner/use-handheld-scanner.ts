/** The handheld scanner as a hook of the page: works from any screen and focus while the component lives. */
import { startTransition, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import type { HandheldProfile } from '../../../shared/domain/scanning/handheld-profile.ts';
import { type DeviceScanners, useDeviceScanners } from './devices/use-device-scanners.ts';
import { listenToWedge } from './wedge/listen-to-wedge.ts';
import { sameProfile } from './wedge/same-profile.ts';
import { scanTap } from './scan-tap.ts';
import { joinZoneLines, type ZoneLines } from './zone-lines.ts';

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
  const zone = useRef<ZoneLines | null>(null);
  useLayoutEffect(() => {
    const joined = joinZoneLines((payload) => {
      if (!latest.current.paused) latest.current.onScan({ kind: 'code', source: 'handheld', payload });
    });
    zone.current = joined;
    return joined.stop;
  }, []);
  // Drawn after the key that ended the scan: what a scan changes is the whole desk.
  const note = (lastScan: HandheldState['lastScan']) => startTransition(() => setState({ lastScan, inUse: true }));
  const take = (text: string) => {
    note('whole');
    zone.current?.add(text);
  };
  const takeTyped = useEffectEvent(take);
  const noteUnfinished = useEffectEvent(() => note('unfinished'));
  const takeSent = (text: string) => {
    const tap = scanTap();
    if (tap === null) take(text);
    else tap.text(text);
  };
  const devices = useDeviceScanners(takeSent, baudRate);
  // A new listener throws away the scan that is under way: there is one only where the profile says something else.
  const [heardBy, setHeardBy] = useState(profile);
  if (!sameProfile(heardBy, profile)) setHeardBy(profile);
  // In the layout phase, so that it hears each key before the keys of any screen that appears at the same moment.
  useLayoutEffect(
    () =>
      listenToWedge(
        window,
        {
          scan: (payload) => takeTyped(payload),
          unfinished: () => noteUnfinished(),
        },
        heardBy ?? undefined,
      ),
    [heardBy],
  );
  useEffect(() => {
    if (!state.inUse) return undefined;
    const timer = setTimeout(() => setState(({ lastScan }) => ({ lastScan, inUse: false })), IN_USE_MS);
    // Every scan makes a new state and begins the time anew.
    return () => clearTimeout(timer);
  }, [state]);
  return { ...state, devices };
}
