/** What may be decided now: only a passed script can be passed, breaking off always can, the alarm makes no sound. */
import { CircleCheckBig, PhoneOff, ShieldAlert } from 'lucide-react';
import type { CallView } from '../../../../shared/domain/call/call-view.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';

interface DecisionRowProps {
  readonly call: Pick<CallView, 'standing' | 'recording'>;
  readonly onPass: () => void;
  readonly onAbort: () => void;
  readonly onAlarm: () => void;
}

export function DecisionRow({ call: { standing, recording }, onPass, onAbort, onAlarm }: DecisionRowProps) {
  const { t } = useTexts();
  const mayPass = standing.state === 'may-pass' && recording;
  return (
    <section className="decision-row">
      {standing.state === 'may-pass' ? (
        <Notice tone={recording ? 'good' : 'warn'} role="status">
          {t(recording ? 'calls.script.allPassed' : 'calls.call.notRecording')}
        </Notice>
      ) : null}
      {standing.state === 'must-break-off' ? <Notice tone="bad" role="alert">{t('calls.script.mustBreakOff')}</Notice> : null}
      <div className="decision-buttons">
        <Button look="primary" icon={<CircleCheckBig size={18} aria-hidden />} hint="F9" isDisabled={!mayPass} onPress={onPass}>
          {t('calls.decide.pass')}
        </Button>
        <Button look="refuse" icon={<PhoneOff size={18} aria-hidden />} hint="Ctrl E" onPress={onAbort}>
          {t('calls.decide.abort')}
        </Button>
        <Button look="quiet" icon={<ShieldAlert size={18} aria-hidden />} hint="Ctrl J" onPress={onAlarm}>
          {t('calls.decide.alarm')}
        </Button>
      </div>
    </section>
  );
}
