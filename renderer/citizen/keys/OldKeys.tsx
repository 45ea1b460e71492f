/** Which earlier keys end in the moment the new ones are saved. */
import type { OldKey } from '../../../shared/domain/issuance/portal-keys.ts';
import { dateText } from '../../i18n/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useTexts } from '../texts/index.ts';

export function OldKeys({ keys }: { readonly keys: readonly OldKey[] }) {
  const { t } = useTexts();
  if (keys.length === 0) return <p className="soft">{t('keys.install.noOld')}</p>;
  return (
    <Notice tone="warn" title={t('keys.install.oldTitle', { count: keys.length })}>
      <p>{t('keys.install.oldText')}</p>
      <ul className="keys-road-files">
        {keys.map(({ serialHex, fileName, notAfter }) => (
          <li key={serialHex}>
            <code>{fileName}</code> · {t('keys.install.oldUntil', { date: dateText(notAfter) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
