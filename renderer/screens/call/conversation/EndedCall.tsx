/** A call that has ended, and the way back to the queue. */
import type { CallStanding, CallView } from '../../../../shared/domain/call/call-view.ts';
import { useHost } from '../../../host/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useKeys } from '../../../ui/use-keys.ts';
import type { CallDeskState } from '../use-call-desk.ts';
import { HowItEnded } from './HowItEnded.tsx';

interface EndedCallProps {
  readonly call: CallView;
  readonly standing: Extract<CallStanding, { state: 'ended' }>;
  readonly calls: CallDeskState;
  readonly onClosed: () => void;
}

export function EndedCall({ call: { callId, aborts }, standing, calls, onClosed }: EndedCallProps) {
  const { t } = useTexts();
  const host = useHost();
  const close = (): void => void calls.ask(host.calls.dismiss({ callId })).then(onClosed);
  useKeys({ F9: close, Escape: close });
  return (
    <section className="calls-ended">
      <HowItEnded aborts={aborts} standing={standing} />
      <Button look="primary" hint="F9" onPress={close}>
        {t('calls.ended.next')}
      </Button>
    </section>
  );
}
