/** npm run bench: measures speed and memory. */
import { runWithNode24 } from './with-node-24.mjs';

await runWithNode24(new URL('../../tests/bench/bench.ts', import.meta.url));
