/** Who is at the desk: one click in training, key file and password otherwise. */
import { useState } from 'react';
import type { Language } from '../../../shared/domain/localized.ts';
import { changePreferences, useAppInfo, usePage, usePreferences } from '../../host/index.ts';
import { LANGUAGE_NAMES, useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { KeySignIn } from './KeySignIn.tsx';
import './sign-in.css';
import { TrainingSignIn } from './TrainingSignIn.tsx';

const LANGUAGES = Object.entries(LANGUAGE_NAMES).map(([id, text]) => ({ id: id as Language, text, lang: id }));

export function SignInScreen() {
  const { t } = useTexts();
  const page = usePage();
  const info = useAppInfo();
  const { language } = usePreferences();
  const training = info.trainingOperators.length > 0;
  const [way, setWay] = useState<'training' | 'key'>(training ? 'training' : 'key');
  return (
    <main className="sign-in">
      <header className="sign-in-head">
        <p className="sign-in-brand">{t('app.name')}</p>
        <p className="soft">{info.workstation}</p>
      </header>
      {way === 'training' ? (
        <TrainingSignIn operators={info.trainingOperators} />
      ) : (
        <KeySignIn />
      )}
      <footer className="sign-in-foot">
        {training ? (
          <Button onPress={() => setWay(way === 'key' ? 'training' : 'key')}>
            {way === 'key' ? t('signIn.training') : t('signIn.orKey')}
          </Button>
        ) : null}
        <Segmented
          label={t('settings.language')}
          hideLabel
          choices={LANGUAGES}
          value={language}
          onChange={(id) => void changePreferences(page, { language: id })}
        />
      </footer>
    </main>
  );
}
