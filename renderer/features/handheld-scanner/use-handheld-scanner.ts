/** The handheld scanner as a hook of the page: works from any screen and focus while the component lives. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ScanInput } from '../../../shared/domain/scan-input.ts';
import { listenToWedge } from './listen-to-wedge.ts';

export type HandheldState = { state: 'ready' } | { state: 'unfinished' };

interface HandheldScanner {
  onScan(input: ScanInput): void;
  /** Scans are still kept out of the controls, and dropped. */
  paused: boolean;
}

export function useHandheldScanner({ onScan, paused }: HandheldScanner): HandheldState {
  const [state, setState] = useState<HandheldState>({ state: 'ready' });
  const latest = useRef({ onScan, paused });
  useEffect(() => {
    latest.current = { onScan, paused };
  });
  // In the layout phase, so that it hears each key before the keys of any screen that appears at the same moment.
  useLayoutEffect(
    () =>
      listenToWedge(window, {
        scan(payload) {
          setState({ state: 'ready' });
          if (!latest.current.paused) latest.current.onScan({ kind: 'code', source: 'handheld', payload });
        },
        unfinished: () => setState({ state: 'unfinished' }),
      }),
    [],
  );
  return state;
}
