/** The providers around the screens. */
import { I18nProvider } from 'react-aria-components';
import { PageContext, type Page } from '../host/index.ts';
import { useTexts } from '../i18n/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';

const LOCALES = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' } as const;

export function App({ page }: { readonly page: Page }) {
  const { language } = useTexts();
  return (
    <PageContext value={page}>
      <I18nProvider locale={LOCALES[language]}>
        <ErrorBoundary host={page.host}>
          <Frame />
        </ErrorBoundary>
      </I18nProvider>
    </PageContext>
  );
}
