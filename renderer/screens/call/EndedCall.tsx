/** How a call ended, and the way back to the queue. */
import type { CallStanding, CallView } from '../../../shared/domain/call/call-view.ts';
import { inLanguage } from '../../../shared/domain/localized.ts';
import { useKeys } from '../../app/use-keys.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { CallDeskState } from './use-call-desk.ts';

interface EndedCallProps {
  readonly call: CallView;
  readonly standing: Extract<CallStanding, { state: 'ended' }>;
  readonly calls: CallDeskState;
  readonly onClosed: () => void;
}

export function EndedCall({ call: { callId, aborts }, standing, calls, onClosed }: EndedCallProps) {
  const { t, language } = useTexts();
  const host = useHost();
  const reason = aborts.find(({ code }) => code === standing.code);
  const close = (): void => void calls.ask(host.calls.dismiss({ callId })).then(onClosed);
  useKeys({ F9: close, Escape: close });
  return (
    <section className="calls-ended">
      <Notice tone={standing.outcome === 'passed' ? 'good' : 'warn'} role="status" title={`${t('calls.ended.title')}: ${t(`calls.outcome.${standing.outcome}`)}`}>
        {reason === undefined ? null : <p>{inLanguage(reason.title, language)}</p>}
      </Notice>
      <Button look="primary" hint="F9" onPress={close}>
        {t('calls.ended.next')}
      </Button>
    </section>
  );
}
