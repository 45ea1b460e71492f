/** What must be read before accepting, even when every layer passed. */
import type { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { useTexts } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';

export function Notices({ outcome }: { readonly outcome: CheckOutcome }) {
  const { t } = useTexts();
  const reasonText = useReasonText();
  // The one that decided stands in the band already.
  const further = outcome.notices.filter((code) => code !== outcome.headline);
  if (further.length === 0) return null;
  return (
    <section className="answer-notices" aria-label={t('verdict.notices')}>
      {further.map((code) => {
        const { title, reason, next } = reasonText(code);
        return (
          <Notice key={code} tone="warn" title={title}>
            <p>
              <span>{reason}</span> <span>{next}</span>
            </p>
          </Notice>
        );
      })}
    </section>
  );
}
