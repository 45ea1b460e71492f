/** A key on a token at the screen of keys, from nothing to its certificate. */
import { readFileSync } from 'node:fs';
import { keyRefusalText } from '../../../shared/domain/key-refusal-texts/index.ts';
import { readRequest } from '../../../electron/stand/authority/certification-request.ts';
import { gostAuthority } from '../../fakes/gost-authority.ts';
import { expect, test } from '../fixtures.ts';
import { LABEL, LIBRARY, PIN, type SoftToken, softToken, whyNoToken } from '../../integration/keystore/soft-token.ts';
import { KeysScreenObject } from '../screens/keys-screen.ts';
import { WORDS } from '../screens/words.ts';

// The desk looks for tokens when it starts, so that it must not be one that runs already.
test.use({ deskOf: 'tokens' });
const absent = whyNoToken();
let token: SoftToken | undefined;

test.beforeAll(() => {
  if (absent !== null) return;
  token = softToken();
  process.env['TEKSER_PKCS11'] = LIBRARY!;
});
test.afterAll(() => {
  delete process.env['TEKSER_PKCS11'];
  token?.end();
});

test('a key is made on a token and gets its certificate', async ({ work, citizens, desk: { page } }, testInfo) => {
  testInfo.skip(absent !== null, absent ?? '');
  await work();
  const { iin } = citizens.case('plain-good');
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
});
