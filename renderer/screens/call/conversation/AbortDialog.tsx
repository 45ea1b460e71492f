/** Why a call is broken off: the codes of the script, each saying what becomes of the application. */
import type { AbortRule } from '../../../../shared/domain/call/call-script.ts';
import { inLanguage } from '../../../../shared/domain/localized.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useAnswerKeys } from '../script/use-answer-keys.ts';

const BECOMES = { refuse: 'refuse', 'try-again': 'tryAgain', 'for-another': 'forAnother' } as const;

interface AbortDialogProps {
  readonly aborts: readonly AbortRule[];
  readonly onClose: () => void;
  readonly onAbort: (code: string) => void;
}

export function AbortDialog({ aborts, onClose, onAbort }: AbortDialogProps) {
  const { t, language } = useTexts();
  // The digits reach the codes that let the citizen call again; one that ends an application is pressed on purpose.
  const mild = aborts.filter(({ outcome }) => outcome !== 'refuse');
  useAnswerKeys(mild, ({ code }) => onAbort(code));
  return (
    <Dialog title={t('calls.decide.abortTitle')} closeLabel={t('calls.decide.back')} onClose={onClose} width="wide">
      <ul className="abort-codes">
        {aborts.map((rule) => {
          const digit = mild.indexOf(rule);
          return (
            <li key={rule.code}>
              <Button look={rule.outcome === 'refuse' ? 'refuse' : 'secondary'} {...(digit < 0 ? {} : { hint: String(digit + 1) })} onPress={() => onAbort(rule.code)}>
                {inLanguage(rule.title, language)}
              </Button>
              <span className="soft">{t(`calls.decide.${BECOMES[rule.outcome]}`)}</span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
