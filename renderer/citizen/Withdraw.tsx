/** The way out of an application, asked twice because nothing of it can be brought back. */
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useTexts } from './texts/index.ts';

export function Withdraw({ onWithdraw }: { readonly onWithdraw: () => void }) {
  const { t } = useTexts();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" onPress={() => setAsked(true)}>
        {t('frame.withdraw')}
      </Button>
      {asked ? (
        <Dialog title={t('frame.withdrawTitle')} closeLabel={t('frame.close')} onClose={() => setAsked(false)}>
          <p>{t('frame.withdrawText')}</p>
          <div className="citizen-actions">
            <Button
              look="refuse"
              onPress={() => {
                setAsked(false);
                onWithdraw();
              }}
            >
              {t('frame.withdraw')}
            </Button>
            <Button onPress={() => setAsked(false)}>{t('frame.keepOn')}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
