/** What the journal of a desk is told of a renewal: which answer by which rule, and whose it was only as a keyed hash. */
import { expect, it } from 'vitest';
import { useDeskOnStand } from '../core/desk-on-stand.ts';

const desk = useDeskOnStand();

it('records the question and its answer without the number it was about', async () => {
  const { iin } = desk.caseOf('card-renewal');
  const { renewal, journal } = desk.app.handlers;
  expect(await renewal.check({ iin, reason: 'expiry', own: true })).toMatchObject({ state: 'judged', answer: { answer: 'ended', lastDay: '2026-03-01' } });
  const { entries } = await journal.list({ before: null, limit: 10, from: null, to: null, kinds: ['renewal-step'], verdict: null, operatorId: null, mark: null });
  expect(entries.map(({ event }) => event)).toEqual([{ kind: 'renewal-step', act: 'judged', answer: 'ended', ruleVersion: 'pilot-2025', subjectHash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  expect(entries[0]!.operatorId).not.toBeNull();
  expect(JSON.stringify(entries)).not.toContain(iin);
  expect(await renewal.printPaperAct(null)).toEqual({ ok: false, code: 'not-yet' });
});
