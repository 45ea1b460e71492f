/** npm run build: the renderer and the Electron bundles. */
import { runWithNode24 } from './with-node-24.mjs';

await runWithNode24(new URL('./bundles/build.ts', import.meta.url));
