/** Consent by SMS: ask, read aloud, wait. The citizen's code has no place here. */
import type { ConsentAnswer } from '../../../shared/ipc/checking-calls.ts';
import { RequestRefused, useCitizenRequest } from '../../features/citizen-request/index.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import './consent.css';
import { ConsentForm } from './ConsentForm.tsx';
import { ConsentWaiting } from './ConsentWaiting.tsx';

/** An SMS is read and answered at leisure. */
const POLL_EVERY_MS = 1500;

type Answered<State extends ConsentAnswer['state']> = Extract<ConsentAnswer, { state: State }>;

interface ConsentDialogProps {
  /** Where it is known already: of the paper document that was scanned. */
  readonly iin: string | null;
  readonly onClose: () => void;
  /** The consent is there; its document can be fetched. */
  readonly onGiven: (requestId: string) => void;
}

export function ConsentDialog({ iin, onClose, onGiven }: ConsentDialogProps) {
  const { t } = useTexts();
  const { checking } = useHost();
  const { state, send } = useCitizenRequest<Answered<'waiting'>, Answered<'given'>>({
    everyMs: POLL_EVERY_MS,
    poll: checking.pollConsent,
    cancel: checking.cancelConsent,
    onGiven: ({ requestId }) => onGiven(requestId),
  });
  return (
    <Dialog title={t('desk.consent.title')} closeLabel={t('app.close')} onClose={onClose}>
      <Notice tone="accent" title={t('desk.consent.sayTitle')}>
        <blockquote className="consent-say">{t('desk.consent.say')}</blockquote>
      </Notice>
      {state.at === 'waiting' ? (
        <ConsentWaiting answer={state.answer} onCancel={onClose} />
      ) : (
        <>
          <RequestRefused state={state} />
          <ConsentForm knownIin={iin} busy={state.at === 'sending'} onSend={(wanted) => send(() => checking.requestConsent(wanted))} />
        </>
      )}
      <p className="soft small">{t('desk.consent.noCode')}</p>
    </Dialog>
  );
}
