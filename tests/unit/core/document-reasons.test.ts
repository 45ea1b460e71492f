/** What is wrong with the document, with its owner, or with showing it for this purpose. */
import { expect, test } from 'vitest';
import { type CheckingBench, checkingBench, GOOD_QR } from '../../fakes/benches/checking-bench.ts';
import {
  CITIZEN_IIN,
  identityCardContent as content,
  purposeById,
  registeredCard,
  registeredPerson,
  syntheticIin,
  syntheticOperator,
} from '../../fakes/synthetic-citizen.ts';
import { consentGiven, type ReasonCase, testReasonCases } from './reason-case.ts';

const OTHER_IIN = syntheticIin('1971-01-02');
const dates = (issue: string, expire: string | null) => ({ extra: { date_of_birth: '1990-05-17', date_of_issue: issue, date_of_expire: expire } });
const status = (value: string) => ({ status: { code: value, nameRu: 'ИНОЕ', nameKz: 'БАСҚА' } });
const ownerNamed = (lastName: string) => ({ ...content().common, docOwner: { ...content().common.docOwner, lastName } });
const other = (type: string, change: Parameters<typeof content>[0] = {}) => content({ type, ...dates('2015-06-30', null), ...change });

const DOCUMENT: ReasonCase[] = (
  [
    ['answer-malformed', 'cannot-determine', false, (bench: CheckingBench) => bench.present('{"format":"edocument/2"}')],
    ['answer-malformed', 'cannot-determine', false, (bench: CheckingBench) => bench.present('\uFEFF{}')],
    ['document-type-unknown', 'cannot-determine', false, (bench: CheckingBench) => bench.present(other('fishing_licence'))],
    ['document-expired', 'not-valid', true, (bench: CheckingBench) => bench.present(content(dates('2016-11-22', '2026-11-21')))],
    ['document-not-yet-valid', 'not-valid', true, (bench: CheckingBench) => bench.present(content(dates('2026-11-23', '2036-11-22')))],
    ['document-revoked', 'not-valid', true, (bench: CheckingBench) => bench.present(content(status('07')))],
    ['document-revoked', 'not-valid', true, (bench: CheckingBench) => bench.present(content(status('constructor')))],
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

const PERSON: ReasonCase[] = (
  [
    ['person-dead', 'not-valid', (bench: CheckingBench) => bench.register({ deathDate: '2026-01-01' })],
    ['person-dead', 'not-valid', (bench: CheckingBench) => bench.register({ lifeStatus: { code: '1', nameRu: '', nameKz: '' } })],
    ['person-differs', 'not-valid', (bench: CheckingBench) => bench.register({ surname: 'БАСҚА' })],
    ['person-differs', 'not-valid', (bench: CheckingBench) => bench.register({ birthDate: '1990-05-18' })],
    ['person-differs', 'not-valid', (bench: CheckingBench) => void bench.persons.people.set(CITIZEN_IIN, registeredPerson({ iin: OTHER_IIN }))],
    ['person-unknown', 'cannot-determine', (bench: CheckingBench) => void bench.persons.people.clear()],
    ['service-unreachable', 'cannot-determine', (bench: CheckingBench) => void (bench.persons.failing = 'service-unreachable')],
    ['registry-consent-waiting', 'cannot-determine', (bench: CheckingBench) => void (bench.persons.failing = 'registry-consent-waiting')],
    ['registry-consent-refused', 'cannot-determine', (bench: CheckingBench) => void (bench.persons.failing = 'registry-consent-refused')],
    ['service-error', 'cannot-determine', (bench: CheckingBench) => void (bench.persons.breakDown = true)],
    ['registry-data-damaged', 'valid-with-attention', (bench: CheckingBench) => bench.present(content({ common: ownerNamed('?БДІ?АППАР?ЛЫ') }))],
    ['registry-may-be-wrong', 'valid-with-attention', (bench: CheckingBench) => bench.presentAs('diploma', other('diploma', { common: ownerNamed('БҰРЫНҒЫ') }))],
  ] as const
).map(([reason, verdict, arrange]) => ({ code: reason, verdict, layer: 'person-state', shown: true, arrange }));

const CHILD = { presentedBy: { relation: { kk: 'анасы', ru: 'мать' } } };

const PURPOSE: ReasonCase[] = [
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
      bench.desk = { ...bench.desk, operator: syntheticOperator('bank'), purpose: purposeById('account-opening') };
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

testReasonCases([...DOCUMENT, ...PERSON, ...PURPOSE]);

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

