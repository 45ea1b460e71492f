/** Half a minute before the lock: says so, and any key keeps the desk open. */
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import './lock-warning.css';

interface LockWarningProps {
  readonly warnLockAt: string;
  readonly lockAt: string;
}

export function LockWarning({ warnLockAt, lockAt }: LockWarningProps) {
  const { t } = useTexts();
  const host = useHost();
  const now = useNow(1000);
  if (now < Date.parse(warnLockAt)) return null;
  const seconds = Math.max(0, Math.ceil((Date.parse(lockAt) - now) / 1000));
  return (
    <div className="lock-warning" role="alertdialog" aria-label={t('app.lock.warningText')}>
      <p className="lock-warning-title">{t('app.lock.warning', { seconds })}</p>
      <p>{t('app.lock.warningText')}</p>
      <Button look="primary" onPress={() => void host.operator.noteActivity(null)}>
        {t('app.lock.stay')}
      </Button>
    </div>
  );
}
