/** The rehearsal opens what it wrote; a reader or writer that came apart would be told by it. */
import { expect, test } from 'vitest';
import { rehearseKeyFile } from '../../../electron/core/keystore/index.ts';

test('a key file of no use is written and opened', async () => {
  await expect(rehearseKeyFile()).resolves.toBeUndefined();
});
