/** Where the program keeps its data in a test run: a place of the run's own, so that nothing in a person's home decides a test, and no test writes there. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const place = join(tmpdir(), `tekser-tests-${process.pid}`);

/** For whoever is not given a data directory: Linux has its place by this variable, and none is named outright. */
export const OWN_PLACE = { TEKSER_DATA: '', XDG_DATA_HOME: place };

/** Vitest's global set-up: there is nothing to make, only to take away at the end. */
export default () => () => rmSync(place, { recursive: true, force: true });
