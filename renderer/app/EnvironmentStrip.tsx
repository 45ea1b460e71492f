/** Says in three languages at once that nothing here is real; always on top, never dismissed. */
import type { Environment } from '../../shared/domain/desk/environment.ts';
import { LANGUAGES } from '../../shared/domain/localized.ts';
import { textsOf } from '../i18n/index.ts';
import './environment-strip.css';

export function EnvironmentStrip({ environment }: { readonly environment: Exclude<Environment, 'production'> }) {
  return (
    <aside className="strip" aria-label="TEST">
      {LANGUAGES.map((language) => {
        const t = textsOf(language);
        return (
          <span key={language} lang={language} className="strip-part">
            <strong className="strip-word">{t(`app.environment.${environment}`)}</strong>
            <span className="strip-text">{t('app.environment.notReal')}</span>
          </span>
        );
      })}
    </aside>
  );
}
