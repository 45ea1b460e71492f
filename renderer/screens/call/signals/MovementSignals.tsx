/** Movements of this call as the machine measured them, each with how far it went. */
import type { CallSupport } from '../../../../shared/domain/call/call-support.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Badge } from '../../../ui/Badge.tsx';

const TONE = { looking: 'neutral', still: 'warn', seen: 'good', another: 'warn' } as const;

interface MovementSignalsProps {
  readonly movements: CallSupport['movements'];
  readonly textOf: (stepId: string) => string;
}

export function MovementSignals({ movements, textOf }: MovementSignalsProps) {
  const { t } = useTexts();
  return (
    <>
      <h3 className="call-part">{t('calls.signals.movements')}</h3>
      <ul className="signal-list">
        {movements.map(({ step, state, degrees, needed }) => (
          <li key={step}>
            <span>{textOf(step)}</span>
            <Badge tone={TONE[state]}>{t(`calls.signals.movementState.${state}`)}</Badge>
            <span className="signal-why soft">{t('calls.signals.movementWhy', { degrees: Math.round(degrees), needed })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
