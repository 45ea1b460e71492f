/** One desk, one outcome: what a newer scan, a lock, a failing disk or a late service do to the one before. */
import { describe, expect, test } from 'vitest';
import { NotPermitted } from '../../../electron/core/not-permitted.ts';
import { JournalUnwritable } from '../../../electron/ports/journal/journal-store.ts';
import { checkingBench, GOOD_QR, GOOD_TOKEN, QR_PREFIX } from '../../fakes/benches/checking-bench.ts';
import { asSigned } from '../../fakes/scripted-signatures.ts';
import { identityCardContent } from '../../fakes/synthetic-citizen.ts';

const FOREIGN = { kind: 'code', source: 'camera', payload: 'WIFI:S:guest;;' } as const;

/** Lets everything that needs no timer and no gate come to rest. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Heard from the beginning, so that a refusal in between is nobody's unhandled rejection. */
const refusalOf = (check: Promise<unknown>) => check.then(() => null, (error: unknown) => error);

describe('a newer scan', () => {
  test('takes the place of one under way: the old answer is written down and dropped', async () => {
    const bench = checkingBench();
    const gate = bench.documents.hold();
    const old = bench.checking.checkScan(GOOD_QR, bench.desk);
    const refusal = refusalOf(old);
    await settled();
    const newer = await bench.checking.checkScan(FOREIGN, bench.desk);
    gate.release();
    expect(await refusal).toEqual(new NotPermitted('superseded'));
    expect(newer.headline).toBe('qr-wifi');
    expect(bench.events().map(({ kind }) => kind)).toEqual(['checked', 'checked', 'cleared']);
    const [, view, cleared] = bench.store.stored;
    expect(view).toMatchObject({ event: { verdict: 'valid' }, mark: { state: 'waiting' } });
    expect(cleared?.event).toMatchObject({ cause: 'next-scan', outcomeId: view?.id });
    await expect(bench.checking.revealField(view!.id, 'nationality')).rejects.toThrow(NotPermitted);
  });

  test('in the same moment leaves the access of the first one unused', async () => {
    const bench = checkingBench();
    await bench.checking.checkScan(GOOD_QR, bench.desk);
    const first = bench.checking.checkScan({ ...FOREIGN, payload: `${QR_PREFIX}another-token` }, bench.desk);
    const second = bench.checking.checkScan(GOOD_QR, bench.desk);
    await expect(first).rejects.toEqual(new NotPermitted('superseded'));
    expect((await second).verdict).toBe('valid');
    expect(bench.documents.asked.map(({ key }) => key)).toEqual([
      { channel: 'qr', token: GOOD_TOKEN },
      { channel: 'qr', token: GOOD_TOKEN },
    ]);
  });

  test('clears the outcome on the screen and writes that down', async () => {
    const bench = checkingBench();
    const first = await bench.checking.checkScan(GOOD_QR, bench.desk);
    await bench.checking.checkScan(FOREIGN, bench.desk);
    expect(bench.events()[1]).toEqual({ kind: 'cleared', outcomeId: first.id, cause: 'next-scan' });
  });
});

describe('leaving the desk', () => {
  test('while checking: the answer is written down and shown to nobody', async () => {
    const bench = checkingBench();
    const gate = bench.documents.hold();
    const check = bench.checking.checkScan(GOOD_QR, bench.desk);
    const refusal = refusalOf(check);
    await settled();
    await bench.checking.leaveDesk();
    gate.release();
    expect(await refusal).toEqual(new NotPermitted('superseded'));
    expect(bench.events().at(-1)).toMatchObject({ kind: 'cleared', cause: 'lock' });
  });

  test('forgets what was shown', async () => {
    const bench = checkingBench();
    const { id } = await bench.checking.checkScan(GOOD_QR, bench.desk);
    await bench.checking.leaveDesk();
    await expect(bench.checking.revealField(id, 'nationality')).rejects.toEqual(new NotPermitted('not-current'));
    await expect(bench.checking.attestFace(id, { decision: 'same-person' })).rejects.toEqual(new NotPermitted('not-current'));
    await expect(bench.checking.refreshAccess(id)).rejects.toEqual(new NotPermitted('not-current'));
  });
});

describe('a journal that cannot be written', () => {
  test('shows nothing of a check it could not take', async () => {
    const bench = checkingBench();
    bench.store.failWith('disk-full');
    await expect(bench.checking.checkScan(GOOD_QR, bench.desk)).rejects.toThrow(JournalUnwritable);
    await expect(bench.checking.checkScan(GOOD_QR, bench.desk)).rejects.toEqual(new NotPermitted('journal-unwritable'));
    expect(bench.documents.asked).toHaveLength(1);
    expect(bench.store.stored).toEqual([]);
  });

  test('reveals no field and takes no attestation, but lets go of the document', async () => {
    const bench = checkingBench();
    const { id } = await bench.checking.checkScan(GOOD_QR, bench.desk);
    bench.store.failWith('read-only');
    bench.time.advance(1_500);
    await expect(bench.checking.revealField(id, 'nationality')).rejects.toThrow(JournalUnwritable);
    await expect(bench.checking.attestFace(id, { decision: 'same-person' })).rejects.toThrow(JournalUnwritable);
    bench.store.failWith(null);
    await bench.checking.attestFace(id, { decision: 'same-person' });
    bench.store.failWith('read-only');
    await expect(bench.checking.clear(id, 'timer')).rejects.toThrow(JournalUnwritable);
    await expect(bench.checking.revealField(id, 'nationality')).rejects.toEqual(new NotPermitted('not-current'));
  });
});

describe('a hidden field', () => {
  test('is nowhere in the outcome until it is revealed, and the reveal is written first', async () => {
    const bench = checkingBench();
    const outcome = await bench.checking.checkScan(GOOD_QR, bench.desk);
    expect(outcome.document?.fields.find(({ key }) => key === 'nationality')?.value).toEqual({ state: 'hidden' });
    expect(JSON.stringify(outcome)).not.toContain('казах');
    expect(await bench.checking.revealField(outcome.id, 'nationality')).toMatchObject({
      value: { state: 'shown', value: { kind: 'pair', pair: { kk: 'қазақ', ru: 'казах' } }, damaged: false },
    });
    expect(bench.events().at(-1)).toEqual({ kind: 'field-revealed', outcomeId: outcome.id, field: 'nationality' });
  });

  test('that is shown, absent or unknown needs no entry', async () => {
    const bench = checkingBench();
    const { id } = await bench.checking.checkScan(GOOD_QR, bench.desk);
    expect(await bench.checking.revealField(id, 'surname')).toMatchObject({ value: { state: 'shown' } });
    expect(await bench.checking.revealField(id, 'patronymic')).toMatchObject({ value: { state: 'absent' } });
    expect(await bench.checking.revealField(id, 'face_photo')).toBeNull();
    expect(bench.events().map(({ kind }) => kind)).toEqual(['checked']);
  });
});

describe('the face', () => {
  test('is decided once, with a coded reason where refused', async () => {
    const bench = checkingBench();
    const { id } = await bench.checking.checkScan(GOOD_QR, bench.desk);
    await bench.checking.attestFace(id, { decision: 'refused', reason: 'under-dictation' });
    await expect(bench.checking.attestFace(id, { decision: 'same-person' })).rejects.toEqual(new NotPermitted('not-current'));
    expect(bench.events().at(-1)).toEqual({ kind: 'face-refused', outcomeId: id, reason: 'under-dictation' });
  });

  test('is not attested before anybody can have looked, and may be refused at once', async () => {
    const bench = checkingBench();
    const { id } = await bench.checking.checkScan(GOOD_QR, bench.desk);
    bench.time.advance(1_499);
    await expect(bench.checking.attestFace(id, { decision: 'same-person' })).rejects.toEqual(new NotPermitted('too-early'));
    expect(bench.events().map(({ kind }) => kind)).toEqual(['checked']);
    bench.time.advance(1);
    await bench.checking.attestFace(id, { decision: 'same-person' });
    expect(bench.events().at(-1)).toEqual({ kind: 'face-attested', outcomeId: id });
    const next = await bench.checking.checkScan(GOOD_QR, bench.desk);
    await bench.checking.attestFace(next.id, { decision: 'refused', reason: 'under-dictation' });
    expect(bench.events().at(-1)).toMatchObject({ kind: 'face-refused', outcomeId: next.id });
  });

  test('cannot be attested where no document is shown', async () => {
    const bench = checkingBench();
    const { id } = await bench.checking.checkScan(FOREIGN, bench.desk);
    await expect(bench.checking.attestFace(id, { decision: 'same-person' })).rejects.toEqual(new NotPermitted('not-current'));
  });
});

describe('the access', () => {
  test('is asked for again by the service’s clock, and ends when the citizen closes it', async () => {
    const bench = checkingBench();
    bench.documents.clockOffsetMs = 2_000;
    bench.present(identityCardContent());
    const { id, access } = await bench.checking.checkScan(GOOD_QR, bench.desk);
    expect(access).toMatchObject({ channel: 'qr', clockOffsetMs: 2_000, extended: false });
    expect(await bench.checking.refreshAccess(id)).toEqual(access);
    bench.documents.failWith('service-unreachable');
    expect(await bench.checking.refreshAccess(id)).toEqual(access);
    bench.documents.failWith(null);
    bench.documents.close(`access-${GOOD_TOKEN}`);
    expect(await bench.checking.refreshAccess(id)).toBeNull();
    await expect(bench.checking.revealField(id, 'nationality')).rejects.toEqual(new NotPermitted('access-over'));
  });

  test('that has run out reveals nothing more', async () => {
    const bench = checkingBench();
    const { id } = await bench.checking.checkScan(GOOD_QR, bench.desk);
    bench.time.advance(300_000);
    expect(await bench.checking.revealField(id, 'nationality')).toMatchObject({ value: { state: 'shown' } });
    bench.time.advance(1);
    await expect(bench.checking.revealField(id, 'nationality')).rejects.toEqual(new NotPermitted('access-over'));
  });
});

describe('the deadline of a check', () => {
  test('answers for a service that does not', async () => {
    const bench = checkingBench();
    bench.documents.hold();
    const check = bench.checking.checkScan(GOOD_QR, bench.desk);
    await settled();
    bench.time.advance(15_000);
    expect(await check).toMatchObject({ verdict: 'cannot-determine', headline: 'service-timeout', document: null });
  });

  test('of a check in time leaves no timer behind', async () => {
    const bench = checkingBench();
    await bench.checking.checkScan(GOOD_QR, bench.desk);
    expect(bench.time.nextTimerIn()).toBeNull();
  });
});

describe('guessing codes', () => {
  const guess = (code: string) => ({ kind: 'short-code', code, iin: null }) as const;

  test('costs a wait after five wrong ones and a block after ten, and a block is no word about the document', async () => {
    const bench = checkingBench();
    bench.documents.offer('654321', { signedDocument: asSigned(identityCardContent()) });
    const check = async (code: string) => (await bench.checking.checkScan(guess(code), bench.desk)).headline;
    for (let wrong = 1; wrong <= 5; wrong += 1) expect(await check('000000')).toBe('access-unknown');
    expect(await check('654321')).toBe('code-blocked');
    expect(await check('12')).toBe('code-malformed');
    for (let wrong = 6; wrong <= 10; wrong += 1) {
      bench.time.advance(10_000);
      expect(await check('000000')).toBe('access-unknown');
    }
    bench.time.advance(10_000);
    expect(await check('654321')).toBe('code-blocked');
    expect((await bench.checking.checkScan(GOOD_QR, bench.desk)).verdict).toBe('valid');
    bench.time.advance(900_000 - 10_000);
    bench.documents.offer('654321', { signedDocument: asSigned(identityCardContent()) });
    expect(await check('654321')).toBe('document-in-force');
  });

  test('is forgiven after a right one', async () => {
    const bench = checkingBench();
    bench.documents.offer('654321', { signedDocument: asSigned(identityCardContent()) });
    for (let round = 0; round < 3; round += 1) {
      for (let wrong = 0; wrong < 4; wrong += 1) await bench.checking.checkScan(guess('000000'), bench.desk);
      expect((await bench.checking.checkScan(guess('654321'), bench.desk)).verdict).toBe('valid');
    }
  });
});
