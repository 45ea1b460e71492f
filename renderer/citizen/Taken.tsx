/** An answer was handed in and the next step is on its way; where it does not come, the citizen is told that nothing is lost. */
import { useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useTexts } from './texts/index.ts';
import { Working } from './Working.tsx';

const LONG_MS = 10_000;

/** @param onAgain shows the step once more, for an answer that led nowhere. */
export function Taken({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTexts();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <Working text={t(long ? 'frame.takingLong' : 'frame.taking')} />
      {long ? <Button onPress={onAgain}>{t('frame.tryAgain')}</Button> : null}
    </>
  );
}
