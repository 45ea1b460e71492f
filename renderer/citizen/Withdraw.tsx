/** The way out of an application, asked twice because nothing of it can be brought back. */
import { useState } from 'react';
import type { CaseAim } from '../../shared/domain/issuance/issuance-case.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useTexts } from './texts/index.ts';

interface WithdrawProps {
  readonly aim: CaseAim;
  readonly onWithdraw: () => void;
}

export function Withdraw({ aim, onWithdraw }: WithdrawProps) {
  const { t } = useTexts();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" onPress={() => setAsked(true)}>
        {t('frame.withdraw')}
      </Button>
      {asked ? (
        <Dialog title={t(aim === 'phone' ? 'phoneOnly.withdrawTitle' : 'frame.withdrawTitle')} closeLabel={t('frame.close')} onClose={() => setAsked(false)}>
          <p>{t(aim === 'phone' ? 'phoneOnly.withdrawText' : 'frame.withdrawText')}</p>
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
