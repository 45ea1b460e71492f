/** A trial of the new key where a signing service stands, as the portals will ask for it; where none does, what to start. */
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useTexts } from '../texts/index.ts';
import { type Tried, trySignature } from './try-signature.ts';
import { useSigner } from './use-signer.ts';

const TRIED = { signed: 'tried', cancelled: 'tryCancelled', failed: 'tryFailed' } as const satisfies Record<Tried, string>;

export function TrialSignature({ store }: { readonly store: 'computer' | 'token' }) {
  const { t, language } = useTexts();
  const signer = useSigner();
  const [tried, setTried] = useState<Tried | 'trying' | null>(null);
  const tryIt = () => {
    setTried('trying');
    void trySignature(language, store).then(setTried);
  };
  return (
    <>
      <h2>{t('keys.trial.title')}</h2>
      {signer === 'there' ? (
        <div>
          <Button icon={<PenLine size={18} aria-hidden />} isDisabled={tried === 'trying'} onPress={tryIt}>
            {t('keys.trial.try')}
          </Button>
        </div>
      ) : null}
      <p role="status" className="soft">
        {tried !== null ? (
          t(tried === 'trying' ? 'keys.trial.trying' : `keys.trial.${TRIED[tried]}`)
        ) : signer === 'looking' ? (
          <>
            <Spinner size="line" /> {t('keys.trial.looking')}
          </>
        ) : (
          t(`keys.trial.${signer}`)
        )}
      </p>
    </>
  );
}
