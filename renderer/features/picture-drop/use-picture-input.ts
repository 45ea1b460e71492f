/** Takes a picture however it comes (dropped anywhere, pasted, chosen) and turns it into a scan or into a state with a reason. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import { readStillPicture } from '../qr-scanner/index.ts';
import { pictureIn } from './picture-in-transfer.ts';

type PictureRefusal = 'without-code' | 'several' | 'unreadable' | 'too-large' | 'not-a-picture' | 'screen-refused' | 'screen-failed';

export type PictureState =
  | { state: 'ready' }
  /** A picture hovers over the window. */
  | { state: 'over' }
  | { state: 'reading' }
  | { state: 'refused'; reason: PictureRefusal };

interface PictureInput {
  onScan(input: ScanInput): void;
  paused: boolean;
}

export function usePictureInput({ onScan, paused }: PictureInput): { picture: PictureState; read(file: Blob | null): void; refuse(reason: PictureRefusal): void } {
  const [picture, setPicture] = useState<PictureState>({ state: 'ready' });
  const latest = useRef({ onScan, paused });
  const newest = useRef(0);
  useEffect(() => {
    latest.current = { onScan, paused };
  });

  const read = useCallback((file: Blob | null) => {
    if (latest.current.paused) return setPicture({ state: 'ready' });
    if (file === null) return setPicture({ state: 'refused', reason: 'not-a-picture' });
    const number = ++newest.current;
    setPicture({ state: 'reading' });
    void readStillPicture(file).then((result) => {
      // A picture that came later is the one meant; a desk locked meanwhile wants neither.
      if (number !== newest.current) return;
      if (result.kind !== 'code') return setPicture({ state: 'refused', reason: result.kind });
      setPicture({ state: 'ready' });
      if (!latest.current.paused) latest.current.onScan({ kind: 'code', source: 'image', payload: result.text });
    });
  }, []);

  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault(); // without this the browser would open the file in place of the desk
      if (!latest.current.paused) setPicture({ state: 'over' });
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setPicture({ state: 'ready' });
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      read(pictureIn(event.dataTransfer));
    };
    const paste = (event: ClipboardEvent) => {
      // Pasted text belongs to the field it is pasted into.
      if (event.clipboardData?.files.length === 0) return;
      event.preventDefault();
      read(pictureIn(event.clipboardData));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [read]);

  const refuse = useCallback((reason: PictureRefusal) => setPicture({ state: 'refused', reason }), []);
  return { picture, read, refuse };
}
