/** What the machine says beside the human: faces, the card's zone, the register, signs and risks, each with its reason; it decides nothing. */
import type { CallSign, CallSupport } from '../../../../shared/domain/call/call-support.ts';
import type { CallStepView } from '../../../../shared/domain/call/call-view.ts';
import { inLanguage } from '../../../../shared/domain/localized.ts';
import { dateTimeText } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { FaceSignals } from './FaceSignals.tsx';
import { MovementSignals } from './MovementSignals.tsx';
import { RegisterSignals } from './RegisterSignals.tsx';
import './signals.css';

interface SignalsProps {
  readonly support: CallSupport;
  readonly steps: readonly CallStepView[];
}

const ZONE_TONE = { waiting: 'neutral', good: 'good', wrong: 'bad', unread: 'warn' } as const;

export function Signals({ support, steps }: SignalsProps) {
  const { t, language } = useTexts();
  const { faces, thresholds, zone, fields, reasons, signs, movements, risks, unanswered } = support;
  const stepText = (stepId: string): string => {
    const step = steps.find(({ id }) => id === stepId);
    return step === undefined ? '' : inLanguage(step.operator, language);
  };
  const signText = (sign: CallSign): string =>
    sign.sign === 'camera' ? t(`calls.signals.camera.${sign.suspicion}`) : t(`calls.signals.sign.${sign.sign}`, { step: stepText(sign.step) });
  return (
    <section className="call-signals" aria-label={t('calls.signals.title')}>
      <header className="call-signals-head">
        <h2 className="call-part">{t('calls.signals.title')}</h2>
        <p className="soft">{t('calls.signals.note')}</p>
      </header>
      {unanswered.map((who) => (
        <p key={who} role="status" className="signal-why">
          <Badge tone="warn">{t(`calls.signals.unanswered.${who}`)}</Badge> {t('calls.signals.askedAgain')}
        </p>
      ))}
      {reasons.length === 0 ? null : (
        <>
          <h3 className="call-part">{t('calls.signals.against')}</h3>
          <ul className="signal-lines signal-against">
            {reasons.map((reason) => (
              <li key={reason}>{t(`cases.reason.${reason}`)}</li>
            ))}
          </ul>
        </>
      )}
      <FaceSignals faces={faces} thresholds={thresholds} />
      <ul className="signal-list">
        <li>
          <span>{t('calls.signals.zone')}</span>
          <Badge tone={ZONE_TONE[zone]}>{t(`calls.signals.zoneState.${zone}`)}</Badge>
          {zone === 'wrong' || zone === 'unread' ? <span className="signal-why soft">{t(`calls.signals.zoneAdvice.${zone}`)}</span> : null}
        </li>
      </ul>
      {fields.length === 0 ? null : <RegisterSignals fields={fields} />}
      {movements.length === 0 ? null : <MovementSignals movements={movements} textOf={stepText} />}
      {signs.length === 0 ? null : (
        <>
          <h3 className="call-part">{t('calls.signals.signs')}</h3>
          <ul className="signal-lines">
            {signs.map((sign) => (
              <li key={signText(sign)}>{signText(sign)}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className="call-part">{t('cases.risks.title')}</h3>
      {risks.length === 0 ? <p className="soft">{t('cases.risks.none')}</p> : null}
      <ul className="signal-lines">
        {risks.map(({ risk, at, count }) => (
          <li key={risk}>{t(`cases.risks.rule.${risk}`, { at: at === null ? '' : dateTimeText(at), count: count ?? 0 })}</li>
        ))}
      </ul>
    </section>
  );
}
