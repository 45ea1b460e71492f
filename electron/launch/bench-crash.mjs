/** npm run bench:crash: ends a desk by force a thousand times and looks for what was lost. */
import { runWithNode24 } from './with-node-24.mjs';

await runWithNode24(new URL('../../tests/bench/crash/bench-crash.ts', import.meta.url));
