/** What an operator is told in each training case and on each bad day: real signatures, real envelopes, real revocation. */
import { describe, expect, test } from 'vitest';
import { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import { useDeskOnStand } from './desk-on-stand.ts';

const desk = useDeskOnStand();

describe('training cases', () => {
  test.each([
    ['plain-good', 'identity_card', 'valid', 'document-in-force'],
    ['plain-good', 'driving_licence', 'valid', 'document-in-force'],
    ['plain-good', 'vehicle_registration', 'valid', 'document-in-force'],
    ['plain-good', 'diploma', 'valid', 'document-in-force'],
    ['student', 'student_card', 'valid', 'document-in-force'],
    ['kandas', 'kandas_card', 'valid', 'document-in-force'],
    ['social-support', 'social_document', 'valid', 'document-in-force'],
    ['pensioner-relative-phone', 'pensioner_card', 'valid', 'document-in-force'],
    ['name-changed', 'identity_card', 'valid', 'document-in-force'],
    ['leading-zeros', 'identity_card', 'valid', 'document-in-force'],
    ['foreigner-number', 'driving_licence', 'valid', 'document-in-force'],
    ['long-name', 'identity_card', 'valid', 'document-in-force'],
    ['name-changed', 'name_change_certificate', 'valid-with-attention', 'registry-may-be-wrong'],
    ['former-spouse-listed', 'marriage_certificate', 'valid-with-attention', 'registry-may-be-wrong'],
    ['former-spouse-listed', 'divorce_certificate', 'valid-with-attention', 'registry-may-be-wrong'],
    ['teenager-own-card', 'birth_certificate', 'valid-with-attention', 'registry-may-be-wrong'],
    ['historical-type', 'pcr_test', 'valid-with-attention', 'document-historical'],
    ['document-duplicated', 'identity_card', 'valid-with-attention', 'document-duplicated'],
    ['letters-damaged', 'identity_card', 'valid-with-attention', 'registry-data-damaged'],
    ['status-contradicts-dates', 'identity_card', 'cannot-determine', 'document-status-contradicts-dates'],
    ['card-expired', 'identity_card', 'not-valid', 'document-expired'],
    ['card-revoked', 'identity_card', 'not-valid', 'document-revoked'],
    ['not-yet-valid', 'identity_card', 'not-valid', 'document-not-yet-valid'],
    ['owner-dead', 'identity_card', 'not-valid', 'person-dead'],
    ['owner-dead', 'driving_licence', 'not-valid', 'person-dead'],
  ])('%s, %s: %s (%s)', async (code, type, verdict, headline) => {
    const outcome = await desk.check(desk.caseOf(code), { documentType: type });
    expect(outcome).toMatchObject({ verdict, headline });
    expect(CheckOutcome.parse(outcome)).toEqual(outcome);
    expect(outcome.document?.type).toBe(type);
    expect(outcome.document?.photo?.mime ?? 'none').toMatch(/image\/(png|jpeg)|none/);
  });
});

describe('bad days', () => {
  test.each([
    ['wrong-signature', 'not-valid', 'signature-wrong'],
    ['wrong-content', 'not-valid', 'content-mismatch'],
    ['foreign-signer', 'not-valid', 'signer-not-owner-body'],
    ['untrusted-chain', 'not-valid', 'chain-untrusted'],
    ['no-timestamp', 'valid-with-attention', 'timestamp-missing'],
    ['wrong-timestamp', 'not-valid', 'timestamp-wrong'],
  ] as const)('%s: %s (%s)', async (signatureFault, verdict, headline) => {
    await desk.stand.control.change({ signatureFault });
    expect(await desk.check(desk.caseOf('plain-good'))).toMatchObject({ verdict, headline });
  });

  test.each([
    [{ outage: ['documents'] }, 'service-unreachable'],
    [{ answers: { documents: 'replayed' } }, 'answer-replayed'],
    [{ answers: { documents: 'malformed' } }, 'answer-malformed'],
    [{ answers: { documents: 'oversized' } }, 'answer-too-large'],
    [{ outage: ['shep'] }, 'service-unreachable'],
    [{ outage: ['ocsp', 'crl'] }, 'revocation-unknown'],
    [{ clockSkewMs: 400_000 }, 'clock-skewed'],
  ] as const)('%j: cannot determine (%s)', async (change, headline) => {
    // A replay needs something to repeat. Elsewhere nothing goes before: a slow machine would keep a list that then answers for OCSP.
    if ('answers' in change) await desk.check(desk.caseOf('student'));
    await desk.stand.control.change(change as Parameters<typeof desk.stand.control.change>[0]);
    expect(await desk.check(desk.caseOf('plain-good'))).toMatchObject({ verdict: 'cannot-determine', headline });
  });

  test('another person’s record: not valid (person-differs)', async () => {
    await desk.stand.control.change({ answers: { documents: 'none', shep: 'wrong-iin', cabinets: 'none' } });
    expect(await desk.check(desk.caseOf('plain-good'))).toMatchObject({ verdict: 'not-valid', headline: 'person-differs' });
  });
});

test('no name, ИИН or token is in the log after all of this', async () => {
  const person = desk.caseOf('plain-good');
  await desk.check(person);
  const log = desk.logger.lines.join('\n');
  expect(log).toContain('scan-checked');
  for (const secret of [person.iin, person.surname, person.name]) expect(log).not.toContain(secret);
});
