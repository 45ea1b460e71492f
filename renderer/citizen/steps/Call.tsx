/** An operator takes over: why, the call itself, and the way for who cannot be called. */
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';

interface CallProps {
  readonly stage: 'phone-registration' | 'operator-identification';
  /** The call; `leave` puts it aside, and it may be begun again. */
  readonly children: (leave: () => void) => ReactNode;
}

export function Call({ stage, children }: CallProps) {
  const { t } = useTexts();
  const [aside, setAside] = useState(false);
  return (
    <div className="citizen-step">
      <StepHeading text={t(stage === 'phone-registration' ? 'operator.registration' : 'operator.identification')} />
      {aside ? (
        <Button look="primary" size="large" onPress={() => setAside(false)}>
          {t('phone.call')}
        </Button>
      ) : (
        children(() => setAside(true))
      )}
      <p className="soft">{t('operator.counter')}</p>
    </div>
  );
}
