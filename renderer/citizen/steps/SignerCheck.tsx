/** Whether a local signing service is there; it is an offer only: the keys are made without it. */
import { FileSignature } from 'lucide-react';
import { useEffect, useState } from 'react';
import { probeSigningService } from '../portal/probe-signing-service.ts';
import { useTexts } from '../texts/index.ts';

export function SignerCheck() {
  const { t } = useTexts();
  const [there, setThere] = useState<boolean | null>(null);
  useEffect(() => {
    let left = false;
    void probeSigningService().then((found) => left || setThere(found));
    return () => {
      left = true;
    };
  }, []);
  const said = there === null ? 'signerLooking' : there ? 'signerThere' : 'signerMissing';
  return (
    <div className="citizen-check">
      <FileSignature size={22} aria-hidden />
      <p className="citizen-check-words">
        <strong>{t('welcome.signer')}.</strong> <span role="status">{t(`welcome.${said}`)}</span>
      </p>
    </div>
  );
}
