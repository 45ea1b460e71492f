/** The zone of a card in a call: what holds, what is forged, and what was not read; the page's word about check digits counts for nothing. */
import { expect, test } from 'vitest';
import { judgeZone } from '../../../../electron/core/identification/call/support/judge-zone.ts';
import { ZoneLines } from '../../../../shared/domain/call/call-support.ts';
import { TODAY, zoneOf } from './zone-bench.ts';

test('a zone whose digits hold gives its fields, with the century the ИИН names', () => {
  expect(judgeZone(zoneOf(), TODAY)).toMatchObject({
    verdict: 'good',
    fields: { iin: '900101300017', number: '012345678', birthDate: '1990-01-01', expiresOn: '2031-05-05', surname: 'SYNTHETIC', name: 'PERSON' },
    reasons: [],
  });
});

test('the last day of validity still counts, the day after does not', () => {
  const lines = zoneOf({ expires: '261122' });
  expect(judgeZone(lines, '2026-11-22').reasons).toStrictEqual([]);
  expect(judgeZone(lines, '2026-11-23').reasons).toStrictEqual(['card-expired']);
});

test.each([
  ['another number under the check digits of the first', (text: string) => text.replace('012345678', '012345679')],
  ['another state', (text: string) => text.replace('IDKAZ', 'IDUZB')],
  ['an ИИН of another birth date, its own digits being right', () => zoneOf({ iin: '850505300001' }).join('')],
])('%s does not hold, and nothing of it is compared', (_, change) => {
  const text = change(zoneOf().join(''));
  expect(judgeZone(ZoneLines.parse([text.slice(0, 30), text.slice(30, 60), text.slice(60)]), TODAY)).toStrictEqual({ verdict: 'wrong', fields: null, reasons: ['card-suspect'] });
});

test('what was not read speaks against nobody but the picture', () => {
  expect(judgeZone(null, TODAY)).toStrictEqual({ verdict: 'unread', fields: null, reasons: ['card-unreadable'] });
});
