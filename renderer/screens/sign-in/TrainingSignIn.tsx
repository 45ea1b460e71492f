/** The training operators as cards: one click and the desk is open. */
import { Building2, Headset, ShieldCheck, UserRound } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { TrainingOperator } from '../../../shared/domain/desk/operator-session.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { SignInRefused } from './SignInRefused.tsx';
import { useSignIn } from './use-sign-in.ts';

const GLYPHS = { tson: UserRound, bank: Building2, supervisor: ShieldCheck, 'video-agent': Headset } as const;

export function TrainingSignIn({ operators }: { readonly operators: readonly TrainingOperator[] }) {
  const { t } = useTexts();
  const host = useHost();
  const { attempt, submit } = useSignIn((operatorId: string) => host.operator.signInTraining({ operatorId }));
  return (
    <section className="sign-in-training" aria-labelledby="sign-in-title">
      <h1 id="sign-in-title" className="sign-in-title">
        {t('signIn.training')}
      </h1>
      <p className="soft">{t('signIn.trainingHint')}</p>
      <ul className="sign-in-cards">
        {operators.map((operator, index) => {
          const Glyph = GLYPHS[operator.profile];
          return (
            <li key={operator.id}>
              <Button
                className="sign-in-card"
                autoFocus={index === 0}
                isDisabled={attempt.state === 'busy'}
                onPress={() => void submit(operator.id)}
              >
                <Glyph size={36} strokeWidth={1.5} aria-hidden />
                <span className="sign-in-card-name">{operator.displayName}</span>
                <span className="sign-in-card-role">{t(`app.profile.${operator.profile}`)}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      <SignInRefused attempt={attempt} />
    </section>
  );
}
