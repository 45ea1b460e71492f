/** The foot of the desk: how long the answer stays, or which keys are at hand. */
import { useKeys } from '../../ui/use-keys.ts';
import { useAppInfo } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { ClearCountdown } from './ClearCountdown.tsx';
import './foot.css';
import type { Desk } from './use-desk.ts';

export function DeskFoot({ desk }: { readonly desk: Desk }) {
  const { t } = useTexts();
  const { timers } = useAppInfo();
  const { state } = desk;
  const answered = state.at === 'answered';
  const clear = () => desk.clear('operator');
  useKeys({ ...(answered && { F8: desk.extend }), ...((answered || state.at === 'failed') && { Escape: clear }) });

  if (!answered) {
    return (
      <footer className="foot foot-keys">
        <FootKey keys="F2" text={t('help.key.code')} />
        <FootKey keys="F3" text={t('help.key.consent')} />
        <FootKey keys="F4" text={t('help.place.purpose')} />
        <FootKey keys="F1" text={t('help.title')} />
      </footer>
    );
  }
  return (
    <footer className="foot">
      <ClearCountdown clearAt={state.clearAt} wholeMs={timers.autoClearMs} warningMs={timers.autoClearWarningMs} />
      <Button size="small" hint="F8" onPress={desk.extend}>
        {t('verdict.clear.extend')}
      </Button>
      <Button size="small" hint="Esc" onPress={clear}>
        {t('verdict.clear.now')}
      </Button>
    </footer>
  );
}

function FootKey({ keys, text }: { readonly keys: string; readonly text: string }) {
  return (
    <span className="foot-key">
      <KeyHint keys={keys} /> {text}
    </span>
  );
}
