/** Starts the citizen's page of the portal, in the language of the link that led here or of the last visit. */
import '../styles/tokens.css';
import '../styles/base.css';
import { createRoot } from 'react-dom/client';
import { Portal } from './Portal.tsx';
import { firstLanguage, startTexts } from './texts/index.ts';

startTexts(firstLanguage());
createRoot(document.getElementById('root')!).render(<Portal />);
