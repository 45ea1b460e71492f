#!/usr/bin/env node
/** tekser: the command line. */
import { runWithNode24 } from './with-node-24.mjs';

await runWithNode24(new URL('../shell-terminal/main.ts', import.meta.url));
