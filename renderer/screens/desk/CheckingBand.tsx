/** A check under way; once it takes long it says how long, and whose fault that is not. */
import { useAppInfo } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { useNow } from '../../ui/use-now.ts';

export function CheckingBand({ since }: { readonly since: number }) {
  const { t } = useTexts();
  const { timers } = useAppInfo();
  const elapsed = useNow(200) - since;
  const long = elapsed >= timers.stillCheckingMs;
  return (
    <div className={long ? 'band band-checking band-checking-long' : 'band band-checking'}>
      <Spinner />
      <div className="band-words">
        <p className="band-word">
          <span role="status">{long ? t('desk.checking.still') : t('desk.checking.title')}</span>
          {long ? (
            <span className="band-elapsed">{t('desk.checking.elapsed', { seconds: Math.floor(elapsed / 1000) })}</span>
          ) : null}
        </p>
        {long ? <p className="band-meaning">{t('desk.checking.fault')}</p> : null}
      </div>
    </div>
  );
}
