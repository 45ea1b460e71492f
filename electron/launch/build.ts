/** `npm run build`: the renderer and the bundles of the Electron shell, as they are packaged. */
import { buildElectronShell, buildRenderer } from './build-bundles.ts';

process.exitCode = (await buildRenderer()) && (await buildElectronShell()) ? 0 : 1;
