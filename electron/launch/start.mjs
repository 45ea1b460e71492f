/** npm start: opens the workstation. */
import { runWithNode24 } from './with-node-24.mjs';

await runWithNode24(new URL('./start.ts', import.meta.url));
