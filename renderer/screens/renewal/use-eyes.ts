/** Measures how wide the eyes on the photograph stand open, and asks the core what that means; an answer about another photograph is not heard. */
import { useEffect, useState } from 'react';
import type { EyesJudgement, EyesOpenness } from '../../../shared/domain/renewal/renewal.ts';
import { useDeskEngine } from '../../features/identification/face/use-desk-engine.ts';
import { eyeOpenness } from '../../features/identification/portrait/eye-openness.ts';
import { useHost } from '../../host/index.ts';

export interface JudgedEyes {
  openness: EyesOpenness;
  judgement: EyesJudgement;
}

const UNSEEN: JudgedEyes = { openness: null, judgement: 'unseen' };

/**
 * Null while they are looked at, and where there is no photograph.
 * @param photo the engine is opened for the first and kept
 */
export function useEyes(photo: ImageBitmap | null): JudgedEyes | null {
  const host = useHost();
  const [wanted, setWanted] = useState(false);
  const { engine } = useDeskEngine(wanted, null);
  const [judged, setJudged] = useState<{ photo: ImageBitmap; eyes: JudgedEyes } | null>(null);
  if (photo !== null && !wanted) setWanted(true);
  useEffect(() => {
    if (photo === null || engine?.ok !== true) return;
    let heard = true;
    const look = async (): Promise<void> => {
      // The engine keeps what it is given, and this one is on the screen.
      const seen = await engine.value.look(await createImageBitmap(photo)).catch(() => null);
      const openness = seen === null ? null : eyeOpenness(seen);
      const answer = await host.renewal.judgeEyes({ openness });
      if (heard) setJudged({ photo, eyes: answer.ok ? { openness, judgement: answer.value } : UNSEEN });
    };
    void look();
    return () => {
      heard = false;
    };
  }, [host, engine, photo]);
  if (photo === null) return null;
  if (engine?.ok === false) return UNSEEN;
  return judged !== null && judged.photo === photo ? judged.eyes : null;
}
