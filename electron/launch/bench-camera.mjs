/** npm run bench:camera: measures the camera of the desk on clips. */
import { runWithNode24 } from './with-node-24.mjs';

await runWithNode24(new URL('../../tests/bench/camera/bench-camera.ts', import.meta.url));
