/** Who signed the document, when, and how fresh the word on revocation is. */
import type { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import { dateTimeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import './verdict.css';

type Signature = NonNullable<CheckOutcome['signature']>;

export function SignatureCard({ signature }: { readonly signature: Signature }) {
  const { t } = useTexts();
  const at = (instant: string | null) => (instant === null ? t('verdict.document.unknownTime') : dateTimeText(instant));
  return (
    <section className="card">
      <dl className="facts">
        <div>
          <dt>{t('verdict.document.signedBy')}</dt>
          <dd>{signature.organisation ?? signature.signer}</dd>
        </div>
        <div>
          <dt>{t('verdict.document.signedAt')}</dt>
          <dd>{at(signature.signedAt)}</dd>
        </div>
        <div>
          <dt>{t('verdict.document.freshness')}</dt>
          <dd>{at(signature.revocationAsOf)}</dd>
        </div>
      </dl>
    </section>
  );
}
