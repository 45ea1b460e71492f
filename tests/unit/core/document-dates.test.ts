/** The first and the last day of a document, by the calendar of Almaty and not of Greenwich. */
import { describe, expect, test } from 'vitest';
import { almatyDay } from '../../../shared/domain/almaty-day.ts';
import { checkingBench, GOOD_QR } from '../../fakes/benches/checking-bench.ts';
import { identityCardContent, registeredCard } from '../../fakes/synthetic-citizen.ts';

async function headlineAt(instant: string, begin: string, end: string | null): Promise<string> {
  const bench = checkingBench(instant);
  bench.present(identityCardContent({ extra: { date_of_birth: '1990-05-17', date_of_issue: begin, date_of_expire: end } }));
  bench.register({ documents: [registeredCard({ beginDate: begin, endDate: end })] });
  return (await bench.checking.checkScan(GOOD_QR, bench.desk)).headline;
}

describe('the last day is a day of validity', () => {
  test.each([
    ['2026-11-22T18:59:59.999Z', '2026-11-22', 'document-in-force'],
    ['2026-11-22T19:00:00.000Z', '2026-11-22', 'document-expired'],
    ['2026-11-21T19:00:00.000Z', '2026-11-22', 'document-in-force'],
    ['2026-12-31T18:59:59.000Z', '2026-12-31', 'document-in-force'],
    ['2026-12-31T19:00:00.000Z', '2026-12-31', 'document-expired'],
  ])('at %s a document through %s is %s', async (instant, end, headline) => {
    expect(await headlineAt(instant, '2016-11-23', end)).toBe(headline);
  });

  test.each([
    ['2028-02-29T18:59:59.000Z', 'document-in-force'],
    ['2028-02-29T19:00:00.000Z', 'document-expired'],
  ])('29 February at %s: %s', async (instant, headline) => {
    expect(await headlineAt(instant, '2018-03-01', '2028-02-29')).toBe(headline);
  });

  test('a document without an end does not expire', async () => {
    expect(await headlineAt('2099-01-01T00:00:00.000Z', '2016-11-23', null)).toBe('document-in-force');
  });
});

describe('the first day too', () => {
  test.each([
    ['2026-11-22T18:59:59.999Z', 'document-not-yet-valid'],
    ['2026-11-22T19:00:00.000Z', 'document-in-force'],
  ])('at %s a document from 23 November is %s', async (instant, headline) => {
    expect(await headlineAt(instant, '2026-11-23', '2036-11-22')).toBe(headline);
  });
});

test('the day is the service’s: a desk two minutes behind does not accept yesterday’s document', async () => {
  const bench = checkingBench('2026-11-22T18:58:30.000Z');
  bench.documents.clockOffsetMs = 120_000;
  bench.present(identityCardContent({ extra: { date_of_birth: '1990-05-17', date_of_issue: '2016-11-23', date_of_expire: '2026-11-22' } }));
  expect(await bench.checking.checkScan(GOOD_QR, bench.desk)).toMatchObject({ headline: 'document-expired' });
});

test.each([
  ['2024-02-29T18:59:59.999Z', '2024-02-29'],
  ['2024-02-29T19:00:00.000Z', '2024-03-01'],
  ['2025-02-28T19:00:00.000Z', '2025-03-01'],
  ['2025-12-31T19:00:00.000Z', '2026-01-01'],
])('%s is %s in Almaty', (instant, day) => {
  expect(almatyDay(new Date(instant))).toBe(day);
});
