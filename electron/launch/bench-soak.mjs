/** npm run bench:soak: hours of scans at one desk. */
import { runWithNode24 } from './with-node-24.mjs';

await runWithNode24(new URL('../../tests/bench/soak/bench-soak.ts', import.meta.url));
