/** One of a short list of coded reasons, by digit or press; there is no other text. */
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDigitKeys } from '../../ui/use-digit-keys.ts';

interface ReasonDialogProps<Reason extends string> {
  readonly title: string;
  readonly text: string | null;
  /** At most nine. */
  readonly choices: readonly Reason[];
  readonly wordsOf: (reason: Reason) => string;
  readonly onClose: () => void;
  readonly onChoose: (reason: Reason) => void;
}

export function ReasonDialog<Reason extends string>({ title, text, choices, wordsOf, onClose, onChoose }: ReasonDialogProps<Reason>) {
  const { t } = useTexts();
  useDigitKeys(choices, onChoose);
  return (
    <Dialog title={title} closeLabel={t('app.cancel')} outside="stays" onClose={onClose}>
      {text === null ? null : <p className="soft">{text}</p>}
      <ol className="reason-choices">
        {choices.map((reason, index) => (
          <li key={reason}>
            <Button hint={String(index + 1)} autoFocus={index === 0} onPress={() => onChoose(reason)}>
              {wordsOf(reason)}
            </Button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
