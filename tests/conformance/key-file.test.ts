/** Key files as the NCA itself issues them for testing: every RSA one opens, GOST ones are refused by name and not by a crash. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openKeyFile } from '../../electron/core/operator/key-file.ts';
import { describeCertificate } from '../../electron/core/trust/index.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/data/kz-pki/p12');
/** Printed in the NCA's own test packs. */
const PASSWORD = 'Qwerty12';

const names = existsSync(FOLDER) ? globSync('**/*.p12', { cwd: FOLDER }).toSorted() : [];
const read = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));
const isRsa = (name: string) => basename(name).includes('RSA256');

describe('key files of the NCA', () => {
  test.skipIf(names.length === 0)('are at hand (skipped where ../shared/data/kz-pki is not)', () => {
    expect(names.filter(isRsa).length).toBeGreaterThan(0);
  });

  test.each(names.filter(isRsa))('%s opens and names its holder', async (name) => {
    const opened = openKeyFile(read(name), PASSWORD);
    expect(opened).toMatchObject({ ok: true });
    const identity = opened.ok ? await describeCertificate(opened.value) : null;
    expect(identity?.iin).toMatch(/^\d{12}$/);
    expect(openKeyFile(read(name), 'qwerty12')).toEqual({ ok: false, failure: 'password-wrong' });
  });

  test.each(names.filter((name) => !isRsa(name)))('%s holds a GOST key, which this desk cannot prove yet', (name) => {
    expect(openKeyFile(read(name), PASSWORD)).toEqual({ ok: false, failure: 'key-file-unreadable' });
  });
});
