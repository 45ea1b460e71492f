/** The card in the camera against the register, field by field; what the zone cannot say stands there for the operator's own eyes. */
import type { ComparedField } from '../../../../shared/domain/issuance/case-desk.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Badge } from '../../../ui/Badge.tsx';

const TONE = { equal: 'good', 'equal-folded': 'good', different: 'bad', damaged: 'warn', unread: 'neutral', 'not-registered': 'neutral' } as const;

export function RegisterSignals({ fields }: { readonly fields: readonly ComparedField[] }) {
  const { t } = useTexts();
  return (
    <>
      <h3 className="call-part">{t('calls.signals.registry')}</h3>
      <dl className="register-signals">
        {fields.map(({ field, onCard, registered, comparison }) => (
          <div key={field}>
            <dt className="soft">{t(`cases.fields.name.${field}`)}</dt>
            <dd>
              <span>{registered ?? '–'}</span>{' '}
              <Badge tone={TONE[comparison]}>{comparison === 'unread' && registered !== null ? t('calls.signals.byEye') : t(`cases.fields.comparison.${comparison}`)}</Badge>
              {comparison === 'different' ? <span className="signal-why">{`MRZ: ${onCard}`}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
