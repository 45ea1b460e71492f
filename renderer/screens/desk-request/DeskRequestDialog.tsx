/** The reverse way: this desk shows a QR, the citizen's phone scans it, says who asks, and answers there. */
import { useState } from 'react';
import { inLanguage } from '../../../shared/domain/localized.ts';
import { useAppInfo } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import './desk-request.css';
import { DeskRequestRefused } from './DeskRequestRefused.tsx';
import { DeskRequestShown } from './DeskRequestShown.tsx';
import { useDeskRequest } from './use-desk-request.ts';

interface DeskRequestDialogProps {
  readonly onClose: () => void;
  readonly onGiven: (payload: string) => void;
}

/** Stands in the list for "whichever the citizen chooses". */
const ANY = '';

export function DeskRequestDialog({ onClose, onGiven }: DeskRequestDialogProps) {
  const { t, language } = useTexts();
  const { documentTypes } = useAppInfo();
  const [documentType, setDocumentType] = useState((documentTypes.find(({ identity }) => identity) ?? documentTypes[0])?.type ?? ANY);
  const { state, show } = useDeskRequest(onGiven);
  const choices = [
    { id: ANY, text: t('desk.request.any') },
    ...documentTypes.map(({ type, title }) => ({ id: type, text: inLanguage(title, language) })),
  ];
  return (
    <Dialog title={t('desk.request.title')} closeLabel={t('app.close')} onClose={onClose}>
      {state.at === 'open' ? (
        <DeskRequestShown request={state.request} onCancel={onClose} />
      ) : (
        <>
          <p>{t('desk.request.text')}</p>
          <DeskRequestRefused state={state} />
          <Select label={t('desk.consent.document')} choices={choices} value={documentType} onChange={setDocumentType} />
          <Button
            look="primary"
            size="large"
            autoFocus
            isDisabled={state.at === 'opening'}
            onPress={() => void show(documentType === ANY ? null : documentType)}
          >
            {t('desk.request.show')}
          </Button>
        </>
      )}
    </Dialog>
  );
}
