/** `npm run build`: the renderer, the page of the citizens, the bundles of the Electron shell, the native part of its tokens and the licences, as they are packaged. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LICENCE_NOTICES } from '../repository.ts';
import { buildCitizenPage, buildElectronShell, buildRenderer } from './build-bundles.ts';
import { buildTokenLibrary } from './build-token-library.ts';
import { licenceNotices } from './third-party-licences.ts';

mkdirSync(dirname(LICENCE_NOTICES), { recursive: true });
writeFileSync(LICENCE_NOTICES, licenceNotices());
const tokens = await buildTokenLibrary();
if (!tokens.ok) console.error(tokens.failure);
process.exitCode = (await buildRenderer()) && (await buildCitizenPage()) && (await buildElectronShell()) && tokens.ok ? 0 : 1;
