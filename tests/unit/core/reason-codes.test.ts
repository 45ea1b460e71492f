/** Every code a check can end with: how it comes about, which verdict it makes, at which layer, and what is shown with it. */
import { describe, expect, test } from 'vitest';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { ScanInput } from '../../../shared/domain/scan-input.ts';
import type { CheckLayer, Verdict } from '../../../shared/domain/verdict.ts';
import { type CheckingBench, checkingBench, GOOD_QR, GOOD_TOKEN } from '../../fakes/checking-bench.ts';
import { asSigned } from '../../fakes/scripted-signatures.ts';
import {
  CITIZEN_IIN,
  identityCardContent,
  purposeById,
  registeredCard,
  registeredPerson,
  syntheticIin,
  syntheticOperator,
} from '../../fakes/synthetic-citizen.ts';

interface Case {
  code: ReasonCode;
  verdict: Verdict;
  layer: CheckLayer;
  shown: boolean;
  /** Brings the world into the case; what it answers is scanned instead of the good QR. */
  arrange(bench: CheckingBench): ScanInput | void | Promise<ScanInput>;
}

const qr = (payload: string): ScanInput => ({ kind: 'code', source: 'camera', payload });
const code = (typed: string, iin: string | null = null): ScanInput => ({ kind: 'short-code', code: typed, iin });
const OTHER_IIN = syntheticIin('1971-01-02');
const content = identityCardContent;
const dates = (issue: string, expire: string | null) => ({ extra: { date_of_birth: '1990-05-17', date_of_issue: issue, date_of_expire: expire } });
const status = (value: string) => ({ status: { code: value, nameRu: 'ИНОЕ', nameKz: 'БАСҚА' } });
const ownerNamed = (lastName: string) => ({ ...content().common, docOwner: { ...content().common.docOwner, lastName } });
const someoneElse = { lastName: 'БАСҚА', firstName: 'АДАМ', middleName: null, iin: OTHER_IIN };
const other = (type: string, change: Parameters<typeof content>[0] = {}) => content({ type, ...dates('2015-06-30', null), ...change });

async function consentGiven(bench: CheckingBench, documentType = 'identity_card'): Promise<ScanInput> {
  bench.consents.phones.set(CITIZEN_IIN, '+77010000001');
  const asked = await bench.checking.requestConsent({ iin: CITIZEN_IIN, phone: '87010000001', documentType }, bench.desk);
  if (asked.state !== 'waiting') throw new Error(`consent ${JSON.stringify(asked)}`);
  bench.documents.offer(asked.requestId, { signedDocument: asSigned(content()) });
  return { kind: 'consent', requestId: asked.requestId };
}

const NOT_AN_ACCESS: Case[] = (
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
    ['code-malformed', code('12345')],
  ] as const
).map(([reason, input]) => ({ code: reason, verdict: 'not-valid', layer: 'access', shown: false, arrange: () => input }));

const REFUSED_BY_SERVICE: Case[] = (
  ['access-expired', 'access-used', 'access-other-purpose', 'consent-refused', 'consent-expired'] as const
).map((reason) => ({ code: reason, verdict: 'not-valid', layer: 'access', shown: false, arrange: (bench) => bench.documents.failWith(reason) }));

const COULD_NOT_ASK: Case[] = (
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

const ACCESS: Case[] = [
  { code: 'access-unknown', verdict: 'not-valid', layer: 'access', shown: false, arrange: () => code('000000') },
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
      return code('123456');
    },
  },
  {
    code: 'iin-malformed',
    verdict: 'not-valid',
    layer: 'access',
    shown: false,
    arrange: (bench) => {
      bench.needIin();
      return code('123456', '123456789012');
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
      return code('123456', CITIZEN_IIN);
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

const signature = (layer: CheckLayer, reason: ReasonCode, outcome: 'failed' | 'undetermined', shown: boolean): Case => ({
  code: reason,
  verdict: outcome === 'failed' ? 'not-valid' : 'cannot-determine',
  layer,
  shown,
  arrange: (bench) => bench.signatures.script(layer as 'integrity', outcome, reason),
});

const SIGNATURE: Case[] = [
  signature('integrity', 'signature-wrong', 'failed', false),
  signature('integrity', 'content-mismatch', 'failed', false),
  signature('integrity', 'signature-malformed', 'failed', false),
  signature('integrity', 'algorithm-unsupported', 'undetermined', false),
  signature('signer', 'signer-not-for-signing', 'failed', false),
  signature('signer', 'signer-unidentified', 'undetermined', false),
  signature('chain', 'chain-untrusted', 'failed', false),
  signature('chain', 'chain-expired', 'undetermined', false),
  signature('revocation', 'signer-revoked', 'failed', true),
  signature('revocation', 'issuer-revoked', 'failed', true),
  signature('revocation', 'revocation-unknown', 'undetermined', true),
  signature('timestamp', 'timestamp-wrong', 'failed', true),
  signature('timestamp', 'timestamp-untrusted', 'undetermined', true),
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

const DOCUMENT: Case[] = (
  [
    ['answer-malformed', 'cannot-determine', false, (bench: CheckingBench) => bench.present('{"format":"edocument/2"}')],
    ['answer-malformed', 'cannot-determine', false, (bench: CheckingBench) => bench.present('\uFEFF{}')],
    ['document-type-unknown', 'cannot-determine', false, (bench: CheckingBench) => bench.present(other('fishing_licence'))],
    ['document-expired', 'not-valid', true, (bench: CheckingBench) => bench.present(content(dates('2016-11-22', '2026-11-21')))],
    ['document-not-yet-valid', 'not-valid', true, (bench: CheckingBench) => bench.present(content(dates('2026-11-23', '2036-11-22')))],
    ['document-revoked', 'not-valid', true, (bench: CheckingBench) => bench.present(content(status('07')))],
    ['document-replaced', 'not-valid', true, (bench: CheckingBench) => bench.present(content(status('17')))],
    ['person-dead', 'not-valid', true, (bench: CheckingBench) => bench.present(content(status('18')))],
    ['document-status-contradicts-dates', 'cannot-determine', true, (bench: CheckingBench) => bench.present(content(dates('2030-01-01', '2020-01-01')))],
    [
      'document-revoked',
      'not-valid',
      true,
      (bench: CheckingBench) => bench.register({ documents: [registeredCard({ status: { code: '07', nameRu: '', nameKz: '' } })] }),
    ],
    [
      'document-status-contradicts-dates',
      'cannot-determine',
      true,
      (bench: CheckingBench) => bench.register({ documents: [registeredCard({ endDate: '2024-03-09' })] }),
    ],
    [
      'document-status-contradicts-dates',
      'cannot-determine',
      true,
      (bench: CheckingBench) => bench.register({ documents: [registeredCard({ invalidityDate: '2025-01-01' })] }),
    ],
    [
      'document-duplicated',
      'valid-with-attention',
      true,
      (bench: CheckingBench) => bench.register({ documents: [registeredCard(), registeredCard()] }),
    ],
    ['document-historical', 'valid-with-attention', true, (bench: CheckingBench) => bench.presentAs('pcr_test', other('pcr_test'))],
    ['registry-may-be-wrong', 'valid-with-attention', true, (bench: CheckingBench) => bench.presentAs('marriage_certificate', other('marriage_certificate'))],
    [
      'registry-data-damaged',
      'valid-with-attention',
      true,
      (bench: CheckingBench) => bench.present(content({ fields: { ...content().fields, nationality: { kind: 'pair', pair: { kk: '?аза?', ru: 'казах' } } } })),
    ],
  ] as const
).map(([reason, verdict, shown, arrange]) => ({ code: reason, verdict, layer: 'document-state', shown, arrange }));

const PERSON: Case[] = (
  [
    ['person-dead', 'not-valid', (bench: CheckingBench) => bench.register({ deathDate: '2026-01-01' })],
    ['person-dead', 'not-valid', (bench: CheckingBench) => bench.register({ lifeStatus: { code: '1', nameRu: '', nameKz: '' } })],
    ['person-differs', 'not-valid', (bench: CheckingBench) => bench.register({ surname: 'БАСҚА' })],
    ['person-differs', 'not-valid', (bench: CheckingBench) => bench.register({ birthDate: '1990-05-18' })],
    ['person-differs', 'not-valid', (bench: CheckingBench) => void bench.persons.people.set(CITIZEN_IIN, registeredPerson({ iin: OTHER_IIN }))],
    ['person-unknown', 'cannot-determine', (bench: CheckingBench) => void bench.persons.people.clear()],
    ['service-unreachable', 'cannot-determine', (bench: CheckingBench) => void (bench.persons.failing = 'service-unreachable')],
    ['service-error', 'cannot-determine', (bench: CheckingBench) => void (bench.persons.breakDown = true)],
    ['registry-data-damaged', 'valid-with-attention', (bench: CheckingBench) => bench.present(content({ common: ownerNamed('?БДІ?АППАР?ЛЫ') }))],
    ['registry-may-be-wrong', 'valid-with-attention', (bench: CheckingBench) => bench.presentAs('diploma', other('diploma', { common: ownerNamed('БҰРЫНҒЫ') }))],
  ] as const
).map(([reason, verdict, arrange]) => ({ code: reason, verdict, layer: 'person-state', shown: true, arrange }));

const CHILD = { presentedBy: { relation: { kk: 'анасы', ru: 'мать' } } };

const PURPOSE: Case[] = [
  {
    code: 'purpose-not-allowed',
    verdict: 'not-valid',
    layer: 'purpose-rule',
    shown: false,
    arrange: (bench) => void (bench.desk.operator = syntheticOperator('bank')),
  },
  {
    code: 'purpose-not-allowed',
    verdict: 'not-valid',
    layer: 'purpose-rule',
    shown: false,
    arrange: (bench) => void bench.restrictFields('identity_card', ['payment']),
  },
  {
    code: 'presence-required',
    verdict: 'not-valid',
    layer: 'purpose-rule',
    shown: false,
    arrange: async (bench) => {
      const consent = await consentGiven(bench);
      bench.desk = { operator: syntheticOperator('bank'), purpose: purposeById('account-opening') };
      return consent;
    },
  },
  {
    code: 'representative-not-allowed',
    verdict: 'not-valid',
    layer: 'purpose-rule',
    shown: false,
    arrange: (bench) => {
      bench.desk.purpose = purposeById('vehicle-service');
      bench.present(content(CHILD));
    },
  },
  {
    code: 'presented-by-representative',
    verdict: 'valid-with-attention',
    layer: 'purpose-rule',
    shown: true,
    arrange: (bench) => bench.present(content(CHILD)),
  },
];

const CASES = [...NOT_AN_ACCESS, ...REFUSED_BY_SERVICE, ...COULD_NOT_ASK, ...ACCESS, ...SIGNATURE, ...DOCUMENT, ...PERSON, ...PURPOSE];

describe.each(CASES)('$code at $layer', ({ code: reason, verdict, layer, shown, arrange }) => {
  test(`is ${verdict}, ${shown ? 'with' : 'without'} the document`, async () => {
    const bench = checkingBench();
    const input = (await arrange(bench)) ?? GOOD_QR;
    const outcome = await bench.checking.checkScan(input, bench.desk);
    expect(outcome).toMatchObject({ verdict, headline: reason });
    expect(outcome.checks.find((check) => check.layer === layer)?.code).toBe(reason);
    expect(outcome.document !== null).toBe(shown);

    const at = outcome.checks.findIndex((check) => check.layer === layer);
    if (outcome.checks[at]?.outcome === 'failed') {
      expect(outcome.checks.slice(at + 1).every((check) => check.outcome === 'not-reached')).toBe(true);
    }
    if (verdict === 'valid-with-attention') expect(outcome.notices).toContain(reason);
    expect(bench.store.stored.find(({ id }) => id === outcome.id)?.event).toMatchObject({ kind: 'checked', verdict, headline: reason });
  });
});

test('a document already refused is no ground to look its owner up', async () => {
  const bench = checkingBench();
  bench.present(content(status('07')));
  await bench.checking.checkScan(GOOD_QR, bench.desk);
  expect(bench.persons.asked).toEqual([]);
});

test('a missing revocation answer does not hide that the document has expired', async () => {
  const bench = checkingBench();
  bench.signatures.script('revocation', 'undetermined', 'revocation-unknown');
  bench.present(content(dates('2016-11-22', '2026-11-21')));
  expect(await bench.checking.checkScan(GOOD_QR, bench.desk)).toMatchObject({ verdict: 'not-valid', headline: 'document-expired' });
});

test('a foreign code reaches no service at all', async () => {
  const bench = checkingBench();
  await bench.checking.checkScan(qr('https://example.test/'), bench.desk);
  expect(bench.documents.asked).toEqual([]);
  expect(bench.store.stored.at(-1)?.mark).toEqual({ state: 'not-needed' });
});

test('the good twin of all of them is valid', async () => {
  const bench = checkingBench();
  bench.documents.offer('123456', { signedDocument: asSigned(content()) });
  for (const input of [GOOD_QR, code('123 456'), await consentGiven(bench)]) {
    expect(await bench.checking.checkScan(input, bench.desk)).toMatchObject({ verdict: 'valid' });
  }
  expect(GOOD_TOKEN).toBe(bench.documents.asked[0]?.key.channel === 'qr' ? bench.documents.asked[0].key.token : null);
});
