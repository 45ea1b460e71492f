/** Each verdict, brought about by what really causes it; none looks like another. */
import type { BadDaysChange } from '../../../electron/stand/bad-days/switches.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { Verdict } from '../../../shared/domain/checking/verdict.ts';
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { expect, test } from '../fixtures.ts';

const CASES: readonly [person: string, verdict: Verdict, headline: ReasonCode][] = [
  ['card-expired', 'not-valid', 'document-expired'],
  ['card-revoked', 'not-valid', 'document-revoked'],
  ['owner-dead', 'not-valid', 'person-dead'],
  ['letters-damaged', 'valid-with-attention', 'registry-data-damaged'],
];

for (const [person, verdict, headline] of CASES) {
  test(`${person}: ${verdict}`, async ({ work, citizens, desk: { page } }) => {
    const desk = await work();
    await scanWithHandheld(page, citizens.openAccess(citizens.case(person)).qr);
    await expect(desk.verdict(verdict)).toBeVisible();
    await expect(desk.headline(headline)).toBeVisible();
  });
}

test('everything in order: nine layers passed, and the face is attested by the operator', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  await scanWithHandheld(page, citizens.openAccess(citizens.case('plain-good')).qr);
  await expect(desk.verdict('valid')).toBeVisible();
  for (const layer of ['access', 'integrity', 'signer', 'chain', 'revocation', 'timestamp', 'document-state', 'person-state', 'purpose-rule'] as const) {
    await expect(desk.layer(layer, 'passed')).toBeVisible();
  }
  await desk.attestFace();
  await expect(desk.answer.getByText(desk.words.verdict.face.attested)).toBeVisible();
});

test('a document shown by a representative says so', async ({ work, citizens, desk: { page } }) => {
  const desk = await work({ purpose: 'family-service' });
  await scanWithHandheld(page, citizens.openAccess(citizens.case('representative'), 'birth_certificate').qr);
  await expect(desk.verdict('valid-with-attention')).toBeVisible();
  await expect(page.getByText(desk.words.verdict.representative)).toBeVisible();
});

const BAD_DAYS: readonly [name: string, day: BadDaysChange, verdict: Verdict, headline: ReasonCode][] = [
  ['a wrong signature', { signatureFault: 'wrong-signature' }, 'not-valid', 'signature-wrong'],
  ['another content than was signed', { signatureFault: 'wrong-content' }, 'not-valid', 'content-mismatch'],
  ['a signer who is not the owner body', { signatureFault: 'foreign-signer' }, 'not-valid', 'signer-not-owner-body'],
  ['a chain that ends elsewhere', { signatureFault: 'untrusted-chain' }, 'not-valid', 'chain-untrusted'],
  ['a revoked issuer', { issuerRevoked: true }, 'not-valid', 'issuer-revoked'],
  ['an answer given before', { answers: { documents: 'replayed' } }, 'cannot-determine', 'answer-replayed'],
  ['revocation services away', { outage: ['ocsp', 'crl'] }, 'cannot-determine', 'revocation-unknown'],
  ['the documents service away', { outage: ['documents'] }, 'cannot-determine', 'service-unreachable'],
];

for (const [name, day, verdict, headline] of BAD_DAYS) {
  test(`${name}: ${verdict}, and nothing below a failed layer has passed`, async ({ work, citizens, stand, desk: { page } }) => {
    const desk = await work();
    const good = citizens.openAccess(citizens.case('plain-good'));
    await scanWithHandheld(page, good.qr);
    await expect(desk.verdict('valid')).toBeVisible();

    await stand.control.change(day);
    await scanWithHandheld(page, citizens.openAccess(citizens.case('student')).qr);
    await expect(desk.verdict(verdict)).toBeVisible();
    await expect(desk.headline(headline)).toBeVisible();
    if (verdict === 'not-valid') await expect(desk.layer('purpose-rule', 'not-reached')).toBeVisible();
  });
}
