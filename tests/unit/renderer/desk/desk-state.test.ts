/** The desk shows one answer at a time: the latest one, and nothing that belongs to another. */
import { describe, expect, test } from 'vitest';
import { nextDeskState, type DeskState } from '../../../../renderer/screens/desk/desk-state.ts';
import type { CheckOutcome } from '../../../../shared/domain/checking/check-outcome.ts';

const outcome = (id: string): CheckOutcome => ({
  id,
  at: '2026-11-22T05:00:00Z',
  verdict: 'valid',
  headline: 'purpose-allowed',
  checks: [],
  notices: [],
  document: {
    type: 'identity_card',
    templateVersion: 1,
    title: { kk: 'Жеке куәлік', ru: 'Удостоверение личности', en: 'Identity card' },
    issuer: { kk: 'ІІМ', ru: 'МВД', en: 'MIA' },
    photo: null,
    fields: [{ key: 'nationality', label: { kk: 'Ұлты', ru: 'Национальность', en: 'Nationality' }, value: { state: 'hidden' } }],
  },
  access: null,
  presentedBy: 'owner',
  signature: null,
  mark: { state: 'waiting', since: '2026-11-22T05:00:00Z' },
});
const FIRST = '11111111-1111-4111-8111-111111111111';
const SECOND = '22222222-2222-4222-8222-222222222222';

const checking = (turn: number, paperIin: string | null = null) => nextDeskState({ at: 'ready' }, { do: 'check', turn, now: 1000, paperIin });
const answered = (id = FIRST): DeskState =>
  nextDeskState(checking(1), { do: 'answer', turn: 1, outcome: outcome(id), now: 2000, showMs: 60_000 });

test('an answer is shown and clears by itself later', () => {
  expect(answered()).toMatchObject({ at: 'answered', clearAt: 62_000, face: { state: 'open' } });
});

test('the answer of an overtaken check is dropped', () => {
  const second = nextDeskState(checking(1), { do: 'check', turn: 2, now: 1500, paperIin: null });
  expect(nextDeskState(second, { do: 'answer', turn: 1, outcome: outcome(FIRST), now: 2000, showMs: 1 })).toBe(second);
  expect(nextDeskState(second, { do: 'fail', turn: 1, fault: { code: 'not-permitted', reason: 'superseded' } })).toBe(second);
});

test('a next scan takes the document off the screen at once', () => {
  expect(nextDeskState(answered(), { do: 'check', turn: 2, now: 3000, paperIin: null })).toEqual({ at: 'checking', turn: 2, since: 3000, paperIin: null });
});

test('whose paper was scanned is known as long as its answer is shown, and not with the next one', () => {
  const paper = nextDeskState(checking(1, '920423499007'), { do: 'answer', turn: 1, outcome: outcome(FIRST), now: 2000, showMs: 1 });
  expect(paper).toMatchObject({ at: 'answered', paperIin: '920423499007' });
  const next = nextDeskState(paper, { do: 'check', turn: 2, now: 3000, paperIin: null });
  expect(nextDeskState(next, { do: 'answer', turn: 2, outcome: outcome(SECOND), now: 4000, showMs: 1 })).toMatchObject({ at: 'answered', paperIin: null });
});

test('clearing leaves nothing', () => {
  expect(nextDeskState(answered(), { do: 'clear' })).toEqual({ at: 'ready' });
});

describe('what concerns one outcome', () => {
  test('reaches it', () => {
    const face = nextDeskState(answered(), { do: 'face', outcomeId: FIRST, face: { state: 'attested' } });
    expect(face).toMatchObject({ face: { state: 'attested' } });
    const mark = nextDeskState(answered(), { do: 'mark', outcomeId: FIRST, mark: { state: 'not-needed' } });
    expect(mark).toMatchObject({ outcome: { mark: { state: 'not-needed' } } });
    expect(nextDeskState(answered(), { do: 'extend', outcomeId: FIRST, clearAt: 99_000 })).toMatchObject({ clearAt: 99_000 });
  });

  test('never reaches another', () => {
    const shown = answered(SECOND);
    expect(nextDeskState(shown, { do: 'face', outcomeId: FIRST, face: { state: 'attested' } })).toBe(shown);
    expect(nextDeskState(shown, { do: 'access', outcomeId: FIRST, access: null })).toBe(shown);
    expect(nextDeskState({ at: 'ready' }, { do: 'mark', outcomeId: FIRST, mark: { state: 'not-needed' } })).toEqual({ at: 'ready' });
  });

  test('a permission the citizen closed early is shown as ended', () => {
    const access = {
      channel: 'qr',
      openedAt: '2026-11-22T05:00:00Z',
      expiresAt: '2026-11-22T05:05:00Z',
      clockOffsetMs: 0,
      extended: false,
    } as const;
    const open = nextDeskState(answered(), { do: 'access', outcomeId: FIRST, access });
    const closed = nextDeskState(open, { do: 'access', outcomeId: FIRST, access: null });
    expect(closed).toMatchObject({ outcome: { access: { expiresAt: access.openedAt } } });
  });

  test('a revealed field takes the place of the hidden one', () => {
    const label = { kk: 'Ұлты', ru: 'Национальность', en: 'Nationality' };
    const field = { key: 'nationality', label, value: { state: 'shown', value: { kind: 'text', text: 'қазақ' }, damaged: false } } as const;
    expect(nextDeskState(answered(), { do: 'reveal', outcomeId: FIRST, field })).toMatchObject({ outcome: { document: { fields: [field] } } });
  });
});
