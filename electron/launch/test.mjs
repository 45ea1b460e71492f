/** npm test: every check of the repository, in order. */
import { runWithNode24 } from './with-node-24.mjs';

await runWithNode24(new URL('./testing/test.ts', import.meta.url));
