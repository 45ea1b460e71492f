/** Threads that cannot take the process with them: V8 knows the word that keeps it so. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { KEEP_FIRST_WRAPPERS } from '../../../electron/adapters/call-thread/start-thread.ts';

const words = (flag: string): string => spawnSync(process.execPath, [flag, '--eval', ''], { encoding: 'utf8' }).stderr;

it('are started under a word that V8 knows, and would complain of if it did not', () => {
  expect(words(KEEP_FIRST_WRAPPERS)).toBe('');
  expect(words(KEEP_FIRST_WRAPPERS.replace('wrapper', 'rapper'))).not.toBe('');
});
