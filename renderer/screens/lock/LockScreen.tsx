/** The locked desk: nothing of the citizen, and only the same operator may go on. */
import { Lock } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import { useAppInfo, useHost } from '../../host/index.ts';
import { timeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import '../../ui/full-screen.css';
import { SignInRefused } from '../sign-in/SignInRefused.tsx';
import { useSignIn } from '../sign-in/use-sign-in.ts';

export function LockScreen({ session }: { readonly session: Extract<OperatorSession, { state: 'locked' }> }) {
  const { t } = useTexts();
  const host = useHost();
  const { trainingOperators } = useAppInfo();
  const training = trainingOperators.some((operator) => operator.id === session.operator.id);
  const [password, setPassword] = useState('');
  const { attempt, submit } = useSignIn((secret: string | null) =>
    secret === null ? host.operator.unlockTraining(null) : host.operator.unlock({ password: secret }),
  );
  const name = session.operator.displayName;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setPassword('');
    void submit(training ? null : password);
  };

  return (
    <main className="full-screen">
      <form className="full-screen-card" onSubmit={onSubmit} aria-labelledby="lock-title">
        <Lock size={40} strokeWidth={1.5} aria-hidden />
        <h1 id="lock-title" className="full-screen-title">
          {t('app.lock.title')} <span className="soft">{t('app.lock.since', { time: timeText(session.since) })}</span>
        </h1>
        <p>{t('app.lock.text', { name })}</p>
        {training ? null : (
          <Field
            label={t('app.lock.password')}
            type="password"
            autoComplete="off"
            autoFocus
            maxLength={256}
            value={password}
            onChange={setPassword}
          />
        )}
        <Button
          type="submit"
          look="primary"
          size="large"
          autoFocus={training}
          isDisabled={attempt.state === 'busy' || (!training && password === '')}
        >
          {training ? t('app.lock.stay') : t('app.lock.unlock')}
        </Button>
        <SignInRefused attempt={attempt} />
        <Button look="quiet" onPress={() => void host.operator.signOut(null)}>
          {t('app.lock.signOut')}
        </Button>
      </form>
    </main>
  );
}
