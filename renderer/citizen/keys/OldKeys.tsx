/** Which earlier keys end in the moment the new ones are saved. */
import type { OldKey } from '../../../shared/domain/portal-keys.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useTexts } from '../texts/index.ts';

/** Days of Asia/Almaty, as the centre counts them. */
const dayOf = (instant: string): string => new Intl.DateTimeFormat('ru-KZ', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Asia/Almaty' }).format(new Date(instant));

export function OldKeys({ keys }: { readonly keys: readonly OldKey[] }) {
  const { t } = useTexts();
  if (keys.length === 0) return <p className="soft">{t('keys.install.noOld')}</p>;
  return (
    <Notice tone="warn" title={t('keys.install.oldTitle', { count: keys.length })}>
      <p>{t('keys.install.oldText')}</p>
      <ul className="keys-road-files">
        {keys.map(({ serialHex, fileName, notAfter }) => (
          <li key={serialHex}>
            <code>{fileName}</code> · {t('keys.install.oldUntil', { date: dayOf(notAfter) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
