/** Starts the page: connects to the core, sets language and theme, draws. */
import '../styles/tokens.css';
import '../styles/base.css';
import { createRoot } from 'react-dom/client';
import { connectPage, windowHost, type Page } from '../host/index.ts';
import { changeLanguage, startI18n } from '../i18n/index.ts';
import { App } from './App.tsx';
import { NoHostScreen } from './NoHostScreen.tsx';
import { watchFaults } from './watch-faults.ts';

const root = createRoot(document.getElementById('root')!);

startI18n('ru');
try {
  const [connected] = await Promise.all([connectPage(windowHost()), lettersReady()]);
  if (connected.ok) start(connected.value);
  else root.render(<NoHostScreen fault={connected.failure} />);
} catch {
  root.render(<NoHostScreen fault={null} />);
}

/**
 * The page already fetches its letters. Drawn before they are there, it would be laid out in a font of the system, which the browser
 * has to look for, and a moment later once more. One that cannot be had is done without.
 */
function lettersReady(): Promise<unknown> {
  return document.fonts.load("1em 'Inter Variable'", 'Tтә').catch(() => undefined);
}

function start(page: Page): void {
  watchFaults(page.host);
  const dress = () => {
    const { language, theme } = page.preferences.get();
    changeLanguage(language);
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
  };
  dress();
  page.preferences.subscribe(dress);
  root.render(<App page={page} />);
}
