/** Why the case came to a human, in the words of its stage, and what the rules of risk saw, each with what to ask or do. */
import { OctagonAlert, ShieldCheck } from 'lucide-react';
import type { CaseView } from '../../../../shared/domain/issuance/case-desk.ts';
import { dateTimeText } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/index.ts';

export function RiskList({ view }: { readonly view: CaseView }) {
  const { t } = useTexts();
  return (
    <div className="case-aside">
      <section aria-labelledby="case-reasons">
        <h2 id="case-reasons" className="case-part">
          {t('cases.reasons.title')}
        </h2>
        <Why view={view} />
      </section>
      <section aria-labelledby="case-risks">
        <h2 id="case-risks" className="case-part">
          {t('cases.risks.title')}
        </h2>
        {view.risks.length === 0 ? (
          <p className="case-risk case-risk-none">
            <ShieldCheck size={18} aria-hidden />
            <span>{t('cases.risks.none')}</span>
          </p>
        ) : (
          <ul className="case-risks">
            {view.risks.map(({ risk, at, count }) => (
              <li key={risk} className="case-risk">
                <OctagonAlert size={18} aria-hidden />
                <span>{t(`cases.risks.rule.${risk}`, { at: at === null ? '' : dateTimeText(at), count: count ?? 0 })}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function Why({ view }: { readonly view: CaseView }) {
  const { t } = useTexts();
  const { stage, failedAttempts, risks } = view.case;
  if (view.kind === 'phone-registration') return <p>{t('cases.reasons.phone')}</p>;
  if (view.kind === 'operator-identification') {
    return <p>{risks.includes('machine-too-weak') ? t('cases.reasons.machineTooWeak') : t('cases.reasons.failedAttempts', { count: failedAttempts })}</p>;
  }
  const reasons = 'reasons' in stage ? stage.reasons : [];
  return (
    <>
      {view.kind === 'second-opinion' ? <p>{t('cases.reasons.secondOpinion')}</p> : null}
      {reasons.length === 0 ? <p className="soft">{t('cases.reasons.none')}</p> : null}
      <ul className="case-reasons">
        {reasons.map((reason) => (
          <li key={reason}>{t(`cases.reason.${reason}`)}</li>
        ))}
      </ul>
    </>
  );
}
