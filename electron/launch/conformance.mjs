/** npm run conformance: runs outside suites of cryptographic cases. */
import { runWithNode24 } from './with-node-24.mjs';

await runWithNode24(new URL('../../tests/conformance/run.ts', import.meta.url));
