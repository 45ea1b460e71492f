/** npm run bench:qr: counts what is read of a folder of pictures. */
import { runWithNode24 } from './with-node-24.mjs';

await runWithNode24(new URL('../../tests/bench/qr/bench-qr.ts', import.meta.url));
