/** The least page on the framework of the desk: a heading and a button, and after the sign-in the place of the camera with nothing in it. */
import '../../../../renderer/styles/tokens.css';
import '../../../../renderer/styles/base.css';
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { WindowHost } from '../../../../shared/ipc/wire.ts';

const { host } = globalThis as unknown as { host: WindowHost };
let signedIn = false;
const follow = (changed: () => void) =>
  host.subscribe(() => {
    signedIn = true;
    changed();
  });

function LeastPage() {
  const { t } = useTranslation('translation');
  const atWork = useSyncExternalStore(follow, () => signedIn);
  if (atWork) return <div className="scan-panel">{t('signIn.title')}</div>;
  return (
    <main>
      <h1>{t('signIn.title')}</h1>
      <Button autoFocus>{t('signIn.submit')}</Button>
    </main>
  );
}

void i18next.use(initReactI18next).init({ lng: 'ru', initAsync: false, resources: { ru: { translation: { signIn: { title: 'Вход', submit: 'Войти' } } } } });
// As the desk does: what is shown first, the core is asked for.
await host.call('app.info', null);
createRoot(document.getElementById('root')!).render(<LeastPage />);
