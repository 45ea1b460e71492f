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
  const connected = await connectPage(windowHost());
  if (connected.ok) start(connected.value);
  else root.render(<NoHostScreen fault={connected.failure} />);
} catch {
  root.render(<NoHostScreen fault={null} />);
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
