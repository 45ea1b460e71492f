/** What must be read before accepting, even when every layer passed. */
import type { CheckOutcome } from '../../../shared/domain/check-outcome.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Notice } from '../../ui/Notice.tsx';

export function Notices({ outcome }: { readonly outcome: CheckOutcome }) {
  const { t } = useTexts();
  const reasonText = useReasonText();
  if (outcome.notices.length === 0) return null;
  return (
    <section className="answer-notices" aria-label={t('verdict.notices')}>
      {outcome.notices.map((code) => {
        const { reason, next } = reasonText(code);
        return (
          <Notice key={code} tone="warn" title={reason}>
            <p>{next}</p>
            {code === 'presented-by-representative' ? <Badge tone="warn">{t('verdict.representative')}</Badge> : null}
          </Notice>
        );
      })}
    </section>
  );
}
