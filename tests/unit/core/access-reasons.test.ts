/** What is no access, what the service refuses, what could not be asked, and signatures that do not hold. */
import { expect, test } from 'vitest';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import type { CheckLayer } from '../../../shared/domain/checking/verdict.ts';
import { checkingBench, GOOD_QR, GOOD_TOKEN } from '../../fakes/benches/checking-bench.ts';
import { asSigned } from '../../fakes/scripted-signatures.ts';
import { CITIZEN_IIN, identityCardContent as content, syntheticIin } from '../../fakes/synthetic-citizen.ts';
import { consentGiven, type ReasonCase, shortCode, testReasonCases } from './reason-case.ts';

const qr = (payload: string): ScanInput => ({ kind: 'code', source: 'camera', payload });
const someoneElse = { lastName: 'БАСҚА', firstName: 'АДАМ', middleName: null, iin: syntheticIin('1971-01-02') };

const NOT_AN_ACCESS: ReasonCase[] = (
  [
    ['not-our-qr', qr('hello')],
    ['qr-signing', qr('mobileSign:https://example.test/1')],
    ['qr-login', qr('https://idp.egov.kz/qr/login')],
    ['qr-payment', qr('https://kaspi.kz/pay/x')],
    ['qr-url', qr('https://example.test/')],
    ['qr-wifi', qr('WIFI:S:guest;;')],
    ['qr-contact', qr('MECARD:N:Example;;')],
    ['qr-mrz', qr('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10')],
    ['barcode-old-card', qr(CITIZEN_IIN)],
    ['code-malformed', shortCode('12345')],
  ] as const
).map(([reason, input]) => ({ code: reason, verdict: 'not-valid', layer: 'access', shown: false, arrange: () => input }));

const REFUSED_BY_SERVICE: ReasonCase[] = (
  ['access-expired', 'access-used', 'access-other-purpose', 'consent-refused', 'consent-expired'] as const
).map((reason) => ({ code: reason, verdict: 'not-valid', layer: 'access', shown: false, arrange: (bench) => bench.documents.failWith(reason) }));

const COULD_NOT_ASK: ReasonCase[] = (
  [
    'service-unreachable',
    'service-timeout',
    'service-error',
    'service-refused-us',
    'answer-malformed',
    'answer-too-large',
    'consent-waiting',
    'code-blocked',
  ] as const
).map((reason) => ({ code: reason, verdict: 'cannot-determine', layer: 'access', shown: false, arrange: (bench) => bench.documents.failWith(reason) }));

const ACCESS: ReasonCase[] = [
  { code: 'access-unknown', verdict: 'not-valid', layer: 'access', shown: false, arrange: () => shortCode('000000') },
  { code: 'access-unknown', verdict: 'not-valid', layer: 'access', shown: false, arrange: () => qr('https://stand.test/access?t=?') },
  { code: 'access-unknown', verdict: 'not-valid', layer: 'access', shown: false, arrange: () => ({ kind: 'consent', requestId: 'never-asked' }) },
  {
    code: 'access-expired',
    verdict: 'not-valid',
    layer: 'access',
    shown: false,
    arrange: (bench) => bench.documents.spoil((answer) => ({ ...answer, expiresAt: '2026-11-22T04:59:59.000Z' })),
  },
  {
    code: 'iin-required',
    verdict: 'not-valid',
    layer: 'access',
    shown: false,
    arrange: (bench) => {
      bench.needIin();
      return shortCode('123456');
    },
  },
  {
    code: 'iin-malformed',
    verdict: 'not-valid',
    layer: 'access',
    shown: false,
    arrange: (bench) => {
      bench.needIin();
      return shortCode('123456', '123456789012');
    },
  },
  {
    code: 'answer-replayed',
    verdict: 'cannot-determine',
    layer: 'access',
    shown: false,
    arrange: (bench) => bench.documents.spoil((answer) => ({ ...answer, requestId: 'an-earlier-one' })),
  },
  {
    code: 'answer-replayed',
    verdict: 'cannot-determine',
    layer: 'access',
    shown: false,
    arrange: (bench) => {
      bench.needIin();
      bench.documents.offer('123456', { signedDocument: asSigned(content({ common: { ...content().common, docOwner: someoneElse } })) });
      return shortCode('123456', CITIZEN_IIN);
    },
  },
  {
    code: 'answer-replayed',
    verdict: 'cannot-determine',
    layer: 'access',
    shown: false,
    arrange: (bench) => consentGiven(bench, 'diploma'),
  },
  {
    code: 'clock-skewed',
    verdict: 'cannot-determine',
    layer: 'access',
    shown: false,
    arrange: (bench) => {
      bench.documents.clockOffsetMs = 300_001;
      bench.present(content());
    },
  },
];

const VERDICT_OF = { failed: 'not-valid', undetermined: 'cannot-determine', attention: 'valid-with-attention' } as const;

const signature = (layer: CheckLayer, reason: ReasonCode, outcome: keyof typeof VERDICT_OF, shown: boolean): ReasonCase => ({
  code: reason,
  verdict: VERDICT_OF[outcome],
  layer,
  shown,
  arrange: (bench) => bench.signatures.script(layer as 'integrity', outcome, reason),
});

const SIGNATURE: ReasonCase[] = [
  signature('integrity', 'signature-wrong', 'failed', false),
  signature('integrity', 'content-mismatch', 'failed', false),
  signature('integrity', 'content-missing', 'undetermined', false),
  signature('integrity', 'signature-malformed', 'failed', false),
  signature('integrity', 'signature-missing', 'failed', false),
  signature('integrity', 'algorithm-refused', 'failed', false),
  signature('integrity', 'algorithm-unsupported', 'undetermined', false),
  signature('signer', 'signer-not-for-signing', 'failed', false),
  signature('signer', 'signer-unidentified', 'undetermined', false),
  signature('chain', 'chain-untrusted', 'failed', false),
  signature('chain', 'chain-expired', 'undetermined', false),
  signature('chain', 'chain-broken-rule', 'failed', false),
  signature('revocation', 'signer-revoked', 'failed', true),
  signature('revocation', 'issuer-revoked', 'failed', true),
  signature('revocation', 'revocation-unknown', 'undetermined', true),
  signature('timestamp', 'timestamp-wrong', 'failed', true),
  signature('revocation', 'revocation-stale', 'attention', true),
  signature('revocation', 'certificate-not-issued', 'failed', true),
  signature('timestamp', 'timestamp-untrusted', 'undetermined', true),
  signature('timestamp', 'timestamp-unconfirmed', 'undetermined', true),
  signature('timestamp', 'timestamp-expired', 'undetermined', true),
  signature('timestamp', 'timestamp-missing', 'attention', true),
  {
    code: 'signer-not-owner-body',
    verdict: 'not-valid',
    layer: 'signer',
    shown: false,
    arrange: (bench) => void (bench.signatures.signerBin = '999940990018'),
  },
  {
    code: 'signature-malformed',
    verdict: 'cannot-determine',
    layer: 'integrity',
    shown: false,
    arrange: (bench) => void (bench.signatures.breakDown = true),
  },
];

testReasonCases([...NOT_AN_ACCESS, ...REFUSED_BY_SERVICE, ...COULD_NOT_ASK, ...ACCESS, ...SIGNATURE]);

test('a foreign code reaches no service at all', async () => {
  const bench = checkingBench();
  await bench.checking.checkScan(qr('https://example.test/'), bench.desk);
  expect(bench.documents.asked).toEqual([]);
  expect(bench.store.stored.at(-1)?.mark).toEqual({ state: 'not-needed' });
});

test('a replayed answer leaves no mark in the cabinet of whoever it was about; a refused one of our own does', async () => {
  const bench = checkingBench();
  bench.documents.spoil((answer) => ({ ...answer, requestId: 'an-earlier-one' }));
  expect(await bench.checking.checkScan(GOOD_QR, bench.desk)).toMatchObject({ mark: { state: 'not-needed' }, access: null });
  bench.documents.spoil(null);
  bench.signatures.script('integrity', 'failed', 'signature-wrong');
  expect(await bench.checking.checkScan(GOOD_QR, bench.desk)).toMatchObject({ mark: { state: 'waiting' } });
});

test('the good twin of all of them is valid', async () => {
  const bench = checkingBench();
  bench.documents.offer('123456', { signedDocument: asSigned(content()) });
  for (const input of [GOOD_QR, shortCode('123 456'), await consentGiven(bench)]) {
    expect(await bench.checking.checkScan(input, bench.desk)).toMatchObject({ verdict: 'valid' });
  }
  expect(GOOD_TOKEN).toBe(bench.documents.asked[0]?.key.channel === 'qr' ? bench.documents.asked[0].key.token : null);
});
