/** Types of with-node-24.mjs, which an older Node must be able to read. */
export const KEEP_FIRST_WRAPPERS: string;
export function findNode24(current?: Pick<NodeJS.Process, 'version' | 'execPath' | 'platform' | 'arch'>): string | null;
export function runWithNode24(entry: URL): Promise<void>;
