/** `npm run build`: the renderer, the page of the citizens, the bundles of the Electron shell and the native part of its tokens, as they are packaged. */
import { buildCitizenPage, buildElectronShell, buildRenderer } from './build-bundles.ts';
import { buildTokenLibrary } from './build-token-library.ts';

const tokens = await buildTokenLibrary();
if (!tokens.ok) console.error(tokens.failure);
process.exitCode = (await buildRenderer()) && (await buildCitizenPage()) && (await buildElectronShell()) && tokens.ok ? 0 : 1;
