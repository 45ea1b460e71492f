/** What this workstation is: for support calls and for the operator's own peace of mind. */
import type { Operator } from '../../../shared/domain/desk/operator-session.ts';
import { useAppInfo } from '../../host/index.ts';
import { dateText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { Fact } from './Fact.tsx';

export function StationFacts({ operator }: { readonly operator: Operator }) {
  const { t } = useTexts();
  const info = useAppInfo();
  return (
    <section className="settings-group" aria-labelledby="settings-station">
      <h2 id="settings-station">{t('settings.station')}</h2>
      <dl className="settings-facts">
        <Fact name={t('settings.name')} value={info.workstation} />
        <Fact name={t('settings.version')} value={info.version} />
        <Fact name={t('settings.policy')} value={info.policyVersion} />
        <Fact name={t('settings.organisation')} value={`${operator.organisation}, ${operator.branch}`} />
        <Fact name={t('settings.certificate')} value={dateText(operator.certificateExpiresAt)} />
      </dl>
    </section>
  );
}
