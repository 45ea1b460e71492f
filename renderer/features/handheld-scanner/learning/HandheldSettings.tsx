/** What the desk knows of its handheld scanner, and the way to teach it. */
import { useState } from 'react';
import { changePreferences, usePage, usePreferences } from '../../../host/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { LearnDialog } from './LearnDialog.tsx';

export function HandheldSettings() {
  const { t } = useTexts();
  const page = usePage();
  const { handheld } = usePreferences();
  const [learning, setLearning] = useState<'no' | 'open' | 'done'>('no');
  const known =
    handheld === null
      ? t('handheld.learning.usual')
      : t('handheld.learning.learned', {
          gap: handheld.gapMs,
          end: t(`handheld.learning.end.${handheld.end}`),
          extra: `${handheld.prefix} ${handheld.suffix}`.trim() || t('handheld.learning.noExtra'),
        });
  const forget = () => {
    setLearning('no');
    void changePreferences(page, { handheld: null });
  };
  return (
    <section className="settings-group" aria-labelledby="settings-handheld">
      <h2 id="settings-handheld">{t('handheld.learning.title')}</h2>
      <p>{t('handheld.learning.text')}</p>
      <output>
        {learning === 'done' && `${t('handheld.learning.done')} `}
        {known}
      </output>
      <div className="settings-actions">
        <Button onPress={() => setLearning('open')}>{t('handheld.learning.learn')}</Button>
        {handheld !== null && (
          <Button look="quiet" onPress={forget}>
            {t('handheld.learning.forget')}
          </Button>
        )}
      </div>
      {learning === 'open' && (
        <LearnDialog
          onClose={() => setLearning('no')}
          onLearned={(profile) => {
            setLearning('done');
            void changePreferences(page, { handheld: profile });
          }}
        />
      )}
    </section>
  );
}
