/** What to do with a phone whose code is seen and cannot be read: as a word, an arrow and a sound, for whoever looks where. */
import { Hand, Lightbulb, MoveUp, RotateCw, type LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { playAdvice } from '../verdict-sound/index.ts';
import type { Advice } from './reading/advice.ts';

const SIGNS: Readonly<Record<Advice, LucideIcon>> = {
  closer: MoveUp,
  brighter: Lightbulb,
  'less-glare': RotateCw,
  'hold-still': Hand,
};

export function ScanAdvice({ advice, sound }: { readonly advice: Advice; readonly sound: boolean }) {
  const { t } = useTexts();
  const Sign = SIGNS[advice];
  // Mounted anew for each advice: that is when it is heard.
  useEffect(() => {
    if (sound) playAdvice();
  }, [sound]);
  return (
    <div className="scan-advice" role="status">
      <Sign size={28} aria-hidden />
      {t(`scanner.advice.${advice}`)}
    </div>
  );
}
