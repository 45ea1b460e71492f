/** After a paper document was scanned: its owner can be asked for the document itself, without anybody typing. */
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

export function PaperConsent({ onConsent }: { readonly onConsent: () => void }) {
  const { t } = useTexts();
  return (
    <Notice
      tone="accent"
      title={t('desk.paper.title')}
      action={
        <Button look="primary" hint="F3" onPress={onConsent}>
          {t('desk.paper.consent')}
        </Button>
      }
    >
      <p>{t('desk.paper.text')}</p>
    </Notice>
  );
}
