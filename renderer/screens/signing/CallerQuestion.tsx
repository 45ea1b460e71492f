/** May this caller ask at all? Nothing of what it wants is done before. */
import type { CallerDecision, SigningView } from '../../../shared/domain/signing/signing-request.ts';
import { useHost } from '../../host/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useRestingFocus } from '../../ui/use-resting-focus.ts';
import type { DialogTexts } from './use-dialog-texts.ts';

interface CallerQuestionProps {
  readonly view: SigningView;
  readonly t: DialogTexts;
  readonly onChange: () => void;
}

export function CallerQuestion({ view: { requestId, caller, task }, t, onChange }: CallerQuestionProps) {
  const host = useHost();
  // A page asks whenever it likes, also while the operator types.
  const words = useRestingFocus<HTMLParagraphElement>();
  const decide = (decision: CallerDecision) => void host.signing.decideCaller({ requestId, decision }).then(onChange);
  const remembered = caller.kind === 'site' && /^https?:/.test(caller.origin);
  return (
    <>
      <p ref={words} tabIndex={-1}>
        {t('signing.caller.question')}
      </p>
      <p className="soft">{t(`signing.titles.${task.kind}`)}</p>
      <div className="signing-actions">
        <Button look="primary" onPress={() => decide('allow-once')}>
          {t('signing.caller.once')}
        </Button>
        {remembered ? <Button onPress={() => decide('allow-always')}>{t('signing.caller.always')}</Button> : null}
        <Button look="refuse" onPress={() => decide('deny')}>
          {t('signing.caller.deny')}
        </Button>
      </div>
    </>
  );
}
