/** Starts the page: connects to the core, sets language and theme, draws. */
// These two first: modules are evaluated in the order of their imports.
import { takeStacks } from './load-without-stacks.ts';
import { firstPicture } from './first-picture.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import { createRoot } from 'react-dom/client';
import type { Page } from '../host/index.ts';
import { changeLanguage, startI18n } from '../i18n/index.ts';
import { App } from './App.tsx';
import { NoHostScreen } from './NoHostScreen.tsx';
import { watchFaults } from './watch-faults.ts';

takeStacks();
const root = createRoot(document.getElementById('root')!);

startI18n('ru');
try {
  const connected = await firstPicture;
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
