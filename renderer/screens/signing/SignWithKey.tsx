/** The documents, the key, and the one confirmation; the key is opened here and used only by that word. */
import { useState } from 'react';
import type { KeyOffer } from '../../../shared/domain/signing/signing-keys.ts';
import type { SigningTask, SigningView } from '../../../shared/domain/signing/signing-request.ts';
import { useHost } from '../../host/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DocumentList } from './DocumentList.tsx';
import { KeyCard } from './KeyCard.tsx';
import { OpenKey } from './OpenKey.tsx';
import { refusalText, type SigningRefusal } from './refusal-text.ts';
import type { DialogTexts } from './use-dialog-texts.ts';

interface SignWithKeyProps {
  readonly view: SigningView;
  readonly task: Extract<SigningTask, { kind: 'sign' | 'sign-in' | 'show-certificate' }>;
  readonly t: DialogTexts;
  readonly onChange: () => void;
  readonly onCancel: () => void;
}

export function SignWithKey({ view, task, t, onChange, onCancel }: SignWithKeyProps) {
  const host = useHost();
  const { requestId } = view;
  const [keys, setKeys] = useState<readonly KeyOffer[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<SigningRefusal | null>(null);
  const usable = keys.filter(({ objection }) => objection === null);
  const working = view.step === 'working';

  const opened = (offers: readonly KeyOffer[]) => {
    setKeys(offers);
    setRefusal(null);
    setChosen(offers.find(({ objection }) => objection === null)?.keyId ?? null);
  };
  const agree = async () => {
    // Not disabled while it works: the focus would be lost, and Escape with it.
    if (chosen === null || working) return;
    setRefusal(null);
    const answer = await host.signing.confirm({ requestId, keyId: chosen });
    if (!answer.ok) setRefusal({ fault: answer.failure });
    else if (!answer.value.ok) setRefusal({ refused: answer.value.code });
    onChange();
  };

  return (
    <>
      {task.kind === 'show-certificate' ? <p>{t('signing.certificateText')}</p> : <DocumentList requestId={requestId} documents={task.documents} form={task.form} t={t} />}
      <OpenKey view={view} t={t} opened={keys.length > 0} onOpened={opened} />
      {keys.length > 0 ? (
        <div className="signing-keys" role="radiogroup" aria-label={t('signing.key.title')}>
          {keys.map((key) => (
            <KeyCard key={key.keyId} offer={key} isChosen={key.keyId === chosen} onChoose={() => setChosen(key.keyId)} t={t} />
          ))}
        </div>
      ) : null}
      {keys.length > 0 && usable.length === 0 ? (
        <Notice tone="warn" role="status">
          <p>{t('signing.key.none')}</p>
        </Notice>
      ) : null}
      {refusal === null ? null : (
        <Notice tone="bad" role="alert">
          <p>{refusalText(refusal, t)}</p>
        </Notice>
      )}
      <div className="signing-actions">
        {usable.length > 0 ? (
          <Button look="primary" size="large" autoFocus onPress={() => void agree()}>
            {working ? t('signing.working') : t(`signing.agree.${task.kind}`)}
          </Button>
        ) : null}
        <Button hint="Esc" onPress={onCancel}>
          {t('signing.cancel')}
        </Button>
      </div>
    </>
  );
}
