/** Whole scans of a scanner that is looked at, as it sent them: its keys with their times, or its text. */
import { useEffect, useEffectEvent } from 'react';
import { isTerminator } from '../wedge/physical-keys.ts';
import { tapScans } from '../scan-tap.ts';
import type { KeyStroke } from '../wedge/key-stroke.ts';

export type TappedScan = { by: 'keys'; strokes: readonly KeyStroke[] } | { by: 'device'; text: string };

/** A scanner that ends its codes with silence is silent for longer than between two of its keys. */
const SILENCE_MS = 400;

export function useTappedScans(onScan: (scan: TappedScan) => void): void {
  const take = useEffectEvent(onScan);
  useEffect(() => {
    let strokes: KeyStroke[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = () => {
      clearTimeout(timer);
      if (strokes.length > 0) take({ by: 'keys', strokes });
      strokes = [];
    };
    const stop = tapScans({
      stroke(stroke) {
        strokes.push(stroke);
        clearTimeout(timer);
        if (isTerminator(stroke.code)) finish();
        else timer = setTimeout(finish, SILENCE_MS);
      },
      text: (text) => take({ by: 'device', text }),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
}
