/** Whether a local signing service is there; it is an offer only: the keys are made without it. */
import { FileSignature } from 'lucide-react';
import { useEffect, useState } from 'react';
import { openSigningService } from '../portal/signing-service.ts';
import { useTexts } from '../texts/index.ts';

export function SignerCheck() {
  const { t } = useTexts();
  const [there, setThere] = useState<boolean | null>(null);
  useEffect(() => {
    let left = false;
    void openSigningService().then((service) => {
      service?.close();
      if (!left) setThere(service !== null);
    });
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
