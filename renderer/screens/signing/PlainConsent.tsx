/** A request that needs no key: a look at the document and one word. */
import { useState } from 'react';
import type { DocumentToSign, SigningView } from '../../../shared/domain/signing/signing-request.ts';
import { useHost } from '../../host/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useRestingFocus } from '../../ui/use-resting-focus.ts';
import { DocumentView } from './DocumentView.tsx';
import { refusalText, type SigningRefusal } from './refusal-text.ts';
import type { DialogTexts } from './use-dialog-texts.ts';

interface PlainConsentProps {
  readonly view: SigningView;
  readonly document: DocumentToSign;
  readonly t: DialogTexts;
  readonly onChange: () => void;
}

export function PlainConsent({ view: { requestId, step }, document, t, onChange }: PlainConsentProps) {
  const host = useHost();
  // Of a caller that is always allowed this comes unasked.
  const words = useRestingFocus<HTMLParagraphElement>();
  const [refusal, setRefusal] = useState<SigningRefusal | null>(null);
  const agree = async () => {
    if (step === 'working') return;
    setRefusal(null);
    const answer = await host.signing.confirm({ requestId, keyId: null });
    if (!answer.ok) setRefusal({ fault: answer.failure });
    else if (!answer.value.ok) setRefusal({ refused: answer.value.code });
    onChange();
  };
  return (
    <>
      <p ref={words} tabIndex={-1}>
        {t('signing.stampText')}
      </p>
      <DocumentView requestId={requestId} index={0} document={document} heading={t('signing.document.one')} t={t} />
      {refusal === null ? null : (
        <Notice tone="bad" role="alert">
          <p>{refusalText(refusal, t)}</p>
        </Notice>
      )}
      <div className="signing-actions">
        <Button look="primary" size="large" onPress={() => void agree()}>
          {step === 'working' ? t('signing.working') : t('signing.agree.add-time-stamp')}
        </Button>
      </div>
    </>
  );
}
