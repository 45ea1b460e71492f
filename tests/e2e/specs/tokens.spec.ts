/** A key on a token at the screen of keys, from nothing to its certificate. */
import { readFileSync } from 'node:fs';
import { keyRefusalText } from '../../../shared/domain/keys/key-refusal-texts/index.ts';
import { readRequest } from '../../../electron/stand/authority/certification-request.ts';
import { gostAuthority } from '../../fakes/gost-authority.ts';
import { beginWork } from '../drivers/begin-work.ts';
import { Citizens } from '../drivers/citizen.ts';
import { expect, test } from '../fixtures.ts';
import { LABEL, LIBRARY, PIN, softToken, whyNoToken } from '../../integration/keystore/soft-token.ts';
import { KeysScreenObject } from '../screens/keys-screen.ts';
import { WORDS } from '../screens/words.ts';
import { resetDesk } from '../shells/reset-desk.ts';
import { openDesk } from '../shells/running-desk.ts';

const absent = whyNoToken();

test('a key is made on a token and gets its certificate', async ({ shell }) => {
  test.skip(absent !== null, absent ?? '');
  const token = softToken();
  // A desk looks for tokens when it starts.
  process.env['TEKSER_PKCS11'] = LIBRARY!;
  const running = await openDesk(shell, { camera: 'none' });
  try {
    await resetDesk(running);
    const { page } = running;
    await beginWork(page);
    const { iin } = new Citizens(running.stand).case('plain-good');
    const keys = new KeysScreenObject(page, WORDS.ru);
    await keys.open();
    await expect(page.getByText(LABEL)).toBeVisible();
    await page.getByRole('button', { name: keys.words.create }).click();
    await keys.choosePlace(new RegExp(LABEL));
    await keys.enter({ surname: 'Сынақова', name: 'Өркен', iin, pinCode: 'Wrong-4821' });
    await keys.submit(keys.words.makeKey);
    await expect(keys.refusal).toContainText(keyRefusalText('ru', { code: 'pin-wrong', passwordFaults: [], retryAt: null }, String));
    await keys.enter({ pinCode: PIN });
    await keys.submit(keys.words.makeKey);
    await expect(keys.done).toContainText('.csr');

    const path = /\/\S+\.csr/.exec((await keys.done.textContent()) ?? '')![0];
    // The stand's NCA, as the real one, wants the place of the key named, and its names for tokens are not public.
    const request = await readRequest(readFileSync(path));
    const certificate = gostAuthority(new Date()).issue(iin, request!.publicKey.encoded);
    await page.getByRole('button', { name: keys.words.tokenInstallOf.replace('{{token}}', LABEL) }).click();
    await keys.pick({ name: 'key.cer', mimeType: 'application/pkix-cert', buffer: Buffer.from(certificate) });
    await keys.enter({ pinCode: PIN });
    await keys.submit(keys.words.action.install);
    await expect(keys.done).toContainText(keys.words.done.installed);
  } finally {
    await running.close();
    delete process.env['TEKSER_PKCS11'];
    token.end();
  }
});
