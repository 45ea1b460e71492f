/** Asks whether there is one face on the photograph as a document needs it; an answer about another photograph is not heard. */
import { useEffect, useState } from 'react';
import type { PhotoJudgement } from '../../../shared/domain/renewal/renewal.ts';
import { useHost } from '../../host/index.ts';

/** Null while it is asked, and where there is no photograph. */
export function usePhotoJudgement(photo: Uint8Array<ArrayBuffer> | null): PhotoJudgement | null {
  const host = useHost();
  const [judged, setJudged] = useState<{ photo: Uint8Array; judgement: PhotoJudgement } | null>(null);
  useEffect(() => {
    if (photo === null) return;
    let heard = true;
    void host.renewal.judgePhoto({ photo }).then((answer) => {
      if (heard) setJudged({ photo, judgement: answer.ok ? answer.value : { state: 'unavailable' } });
    });
    return () => {
      heard = false;
    };
  }, [host, photo]);
  return judged !== null && judged.photo === photo ? judged.judgement : null;
}
