/** The main job: from a scan or a code to a verified document and a verdict. */
export { type Checking, createChecking } from './create-checking.ts';
export type { DeskContext } from './evidence.ts';
