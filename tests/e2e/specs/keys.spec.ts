/** Keys at the workstation, from the file or from nothing to the last: by picker and keyboard, with the certificate of the stand's NCA. */
import { readFileSync } from 'node:fs';
import { keyRefusalText } from '../../../shared/domain/keys/key-refusal-texts/index.ts';
import { expectNoSeriousFinding } from '../drivers/serious-findings.ts';
import { expect, test } from '../fixtures.ts';
import { KeysScreenObject } from '../screens/keys-screen.ts';
import { WORDS } from '../screens/words.ts';

const PASSWORD = 'Bereket-zhol7';
const OTHER = 'Saparly-kun42';

test('a key file is added under a better password, its password changed, and it is removed with a reason', async ({ work, stand, desk: { page } }) => {
  await work();
  const keys = new KeysScreenObject(page, WORDS.ru);
  await keys.open();
  await expect(page.getByText(keys.words.empty)).toBeVisible();
  await expectNoSeriousFinding(page, 'keys');

  const { training } = await stand.connection();
  const { keyFile, password, displayName } = training!.operators[0]!;
  await page.getByRole('button', { name: keys.words.add }).click();
  await expectNoSeriousFinding(page, 'keys');
  await keys.pick({ name: 'RSA256_key.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from(keyFile, 'base64') });
  await keys.enter({ filePassword: 'Wrong-pass1', newPassword: PASSWORD, repeat: PASSWORD });
  await keys.submit(keys.words.add);
  await expect(keys.refusal).toContainText(keyRefusalText('ru', { code: 'password-wrong', passwordFaults: [], retryAt: null }, String));
  await keys.enter({ filePassword: password, newPassword: 'Qwerty12', repeat: 'Qwerty12' });
  await keys.submit(keys.words.add);
  await expect(keys.refusal).toContainText(keyRefusalText('ru', { code: 'password-refused', passwordFaults: ['common'], retryAt: null }, String));
  await keys.enter({ newPassword: PASSWORD, repeat: PASSWORD });
  await keys.submit(keys.words.add);
  await expect(keys.done).toContainText(keys.words.done.imported);
  const row = keys.row('RSA-2048');
  await expect(row).toContainText(keys.words.state.good);
  await expect(row).toContainText(displayName.split(' ')[0]!.toUpperCase());
  await expectNoSeriousFinding(page, 'keys');

  await keys.act(row, 'password');
  await keys.enter({ oldPassword: PASSWORD, newPassword: OTHER, repeat: OTHER });
  await keys.submit(keys.words.action.password);
  await expect(keys.done).toContainText(keys.words.done.password);

  await keys.act(row, 'save');
  await keys.enter({ oldPassword: OTHER, newPassword: PASSWORD, repeat: PASSWORD });
  await keys.submit(keys.words.action.save);
  await expect(keys.done).toContainText('.p12');

  await keys.act(row, 'remove');
  await expectNoSeriousFinding(page, 'keys');
  await keys.submit(keys.words.removeConfirm);
  await expect(page.getByText(keys.words.empty)).toBeVisible();
});

test('a key made here gets its certificate from the NCA', async ({ work, stand, citizens, desk: { page } }) => {
  await work();
  const keys = new KeysScreenObject(page, WORDS.ru);
  await keys.open();
  await page.getByRole('button', { name: keys.words.create }).click();
  await expectNoSeriousFinding(page, 'keys');
  await keys.enter({ surname: 'Сынақова', name: 'Өркен', iin: citizens.case('plain-good').iin, newPassword: PASSWORD, repeat: PASSWORD });
  await keys.submit(keys.words.makeKey);
  const row = keys.row('GOST-2015-512');
  await expect(row).toContainText(keys.words.state['awaiting-certificate']);

  await keys.act(row, 'request');
  await expect(keys.done).toContainText('.csr');
  const path = /\/\S+\.csr/.exec((await keys.done.textContent()) ?? '')![0];
  const answer = await fetch(`${stand.url}/nca/requests`, { method: 'POST', body: new Uint8Array(readFileSync(path)) });
  expect(answer.status).toBe(200);

  await keys.act(row, 'install');
  await keys.pick({ name: 'key.cer', mimeType: 'application/pkix-cert', buffer: Buffer.from(await answer.arrayBuffer()) });
  await keys.submit(keys.words.action.install);
  await expect(row).toContainText('СЫНАҚОВА ӨРКЕН');
  await expect(row).toContainText(keys.words.state.good);
  await keys.act(row, 'remove');
  await keys.submit(keys.words.removeConfirm);
  await expect(row).toBeHidden();
});
