/** Lets a component come up over several frames, so that no single task of the page holds up camera and keys. */
import { startTransition, useEffect, useState } from 'react';

/** @returns how many frames the component has been painted in, up to `most` */
export function useFrames(most: number): number {
  const [frames, setFrames] = useState(0);
  useEffect(() => {
    if (frames >= most) return undefined;
    // What is set while a frame begins is rendered after that frame, not in it.
    const next = requestAnimationFrame(() => startTransition(() => setFrames(frames + 1)));
    return () => cancelAnimationFrame(next);
  }, [frames, most]);
  return frames;
}
