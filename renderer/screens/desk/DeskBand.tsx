/** The band across the window: calm while ready, the verdict when there is one, always in the same place. */
import { useEffect, useRef } from 'react';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useTexts } from '../../i18n/index.ts';
import './band.css';
import { CheckingBand } from './CheckingBand.tsx';
import type { DeskState } from './desk-state.ts';
import { ReadyBand } from './ReadyBand.tsx';
import { RefusedBand } from './RefusedBand.tsx';
import { VerdictBand } from './VerdictBand.tsx';
import { VerdictGlyph } from './VerdictGlyph.tsx';

export function DeskBand({ state }: { readonly state: DeskState }) {
  const place = useRef<HTMLDivElement>(null);
  const news = state.at === 'answered' ? state.outcome.id : state.at;
  useEffect(() => {
    if (news === 'ready') return undefined;
    // Zoomed in the page scrolls: an answer must not come up out of sight. With the next picture, which needs the layout anyway.
    const frame = requestAnimationFrame(() => place.current?.scrollIntoView({ block: 'start' }));
    return () => cancelAnimationFrame(frame);
  }, [news]);
  return (
    <div ref={place}>
      <Band state={state} />
    </div>
  );
}

function Band({ state }: { readonly state: DeskState }) {
  const { t } = useTexts();
  const faultText = useFaultText();
  switch (state.at) {
    case 'ready':
      return <ReadyBand />;
    case 'checking':
      return <CheckingBand since={state.since} />;
    case 'answered':
      return state.face.state === 'refused' ? (
        <RefusedBand reason={state.face.reason} />
      ) : (
        <VerdictBand key={state.outcome.id} outcome={state.outcome} attested={state.face.state === 'attested'} />
      );
    case 'failed':
      return (
        <div className="band band-cannot-determine" role="alert">
          <VerdictGlyph verdict="cannot-determine" size={72} />
          <div className="band-words">
            <p className="band-word">{t('desk.failed')}</p>
            <p className="band-meaning">{faultText(state.fault)}</p>
          </div>
        </div>
      );
  }
}
