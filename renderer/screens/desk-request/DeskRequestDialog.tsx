/** The reverse way: this desk shows a QR, the citizen's phone scans it, says who asks, and answers there. */
import { useState } from 'react';
import { inLanguage } from '../../../shared/domain/localized.ts';
import type { DeskRequestAnswer } from '../../../shared/ipc/checking-calls.ts';
import { RequestRefused, useCitizenRequest } from '../../features/citizen-request/index.ts';
import { useAppInfo, useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import './desk-request.css';
import { DeskRequestShown } from './DeskRequestShown.tsx';

/** The citizen stands there and looks up from the phone: sooner than with a message. */
const POLL_EVERY_MS = 1000;

/** Stands in the list for "whichever the citizen chooses". */
const ANY = '';

type Answered<State extends DeskRequestAnswer['state']> = Extract<DeskRequestAnswer, { state: State }>;

interface DeskRequestDialogProps {
  readonly onClose: () => void;
  /** Gets what is checked like a scanned access. */
  readonly onGiven: (payload: string) => void;
}

export function DeskRequestDialog({ onClose, onGiven }: DeskRequestDialogProps) {
  const { t, language } = useTexts();
  const { documentTypes } = useAppInfo();
  const [documentType, setDocumentType] = useState((documentTypes.find(({ identity }) => identity) ?? documentTypes[0])?.type ?? ANY);
  const { checking } = useHost();
  const { state, send } = useCitizenRequest<Answered<'waiting'>, Answered<'given'>>({
    everyMs: POLL_EVERY_MS,
    poll: checking.pollDeskRequest,
    cancel: checking.cancelDeskRequest,
    onGiven: ({ payload }) => onGiven(payload),
  });
  const choices = [
    { id: ANY, text: t('desk.request.any') },
    ...documentTypes.map(({ type, title }) => ({ id: type, text: inLanguage(title, language) })),
  ];
  return (
    <Dialog title={t('desk.request.title')} closeLabel={t('app.close')} onClose={onClose}>
      {state.at === 'waiting' ? (
        <DeskRequestShown request={state.answer} onCancel={onClose} />
      ) : (
        <>
          <p>{t('desk.request.text')}</p>
          <RequestRefused state={state} />
          <Select label={t('desk.consent.document')} choices={choices} value={documentType} onChange={setDocumentType} />
          <Button
            look="primary"
            size="large"
            autoFocus
            isDisabled={state.at === 'sending'}
            onPress={() => void send(() => checking.openDeskRequest({ documentType: documentType === ANY ? null : documentType }))}
          >
            {t('desk.request.show')}
          </Button>
        </>
      )}
    </Dialog>
  );
}
