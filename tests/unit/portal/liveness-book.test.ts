/** The service judges movements itself: whatever the page says, only measurements of the asked plan made in the session count. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createIdSource } from '../../../electron/stand/id-source.ts';
import { createLivenessBook, LIVENESS_RULES, type LivenessBook, type LivenessSession } from '../../../electron/stand/issuance/liveness-book.ts';
import type { LivenessChallenge } from '../../../shared/domain/identification/identification.ts';
import type { LivenessRecord } from '../../../shared/domain/identification/liveness-record.ts';
import { calmFrames } from '../../fakes/portal-citizen.ts';

const APPLICATION = 'a';
let at: Date;
let book: LivenessBook;
beforeEach(() => {
  at = new Date('2026-11-22T06:00:00Z');
  book = createLivenessBook(createIdSource(1, at), () => at);
});

const begun = (): LivenessSession => {
  const session = book.begin(APPLICATION);
  if (session === 'spent') throw new Error('no session');
  return session;
};
/** What a page hands in that saw these movements; the time they took passes. */
function measured(plan: readonly LivenessChallenge[], movements: readonly LivenessChallenge[] = plan): LivenessRecord {
  const frames = calmFrames(movements);
  at = new Date(at.getTime() + Math.ceil(frames.at(-1)!.atMs));
  const camera = { label: 'Camera', width: 1280, height: 720, frameRate: 30, suspicions: [] };
  return { engine: 'test', rulesVersion: LIVENESS_RULES.version, plan: [...plan], camera, framesPerSecond: 15, frames, stills: [] };
}

describe('a session', () => {
  it('asks for four different movements, both turns among them, and passes who does as asked', () => {
    const { id, plan } = begun();
    expect(new Set(plan).size).toBe(4);
    expect(plan).toEqual(expect.arrayContaining(['turn-left', 'turn-right']));
    expect(book.answer(APPLICATION, id, measured(plan))).toEqual({ verdict: 'passed', challenges: 4 });
  });

  it('fails the same movements in another order', () => {
    const { id, plan } = begun();
    expect(book.answer(APPLICATION, id, measured(plan, plan.toReversed()))).toEqual({ verdict: 'failed', reason: 'wrong-movement' });
  });

  it('fails a plan of the page’s own, frames out of order, and more time than has passed', () => {
    const other = begun();
    expect(book.answer(APPLICATION, other.id, measured(other.plan.toReversed()))).toEqual({ verdict: 'failed', reason: 'measured-elsewhere' });
    const disordered = begun();
    const record = measured(disordered.plan);
    expect(book.answer(APPLICATION, disordered.id, { ...record, frames: record.frames.toReversed() })).toEqual({ verdict: 'failed', reason: 'measured-elsewhere' });
    const hurried = begun();
    const early = measured(hurried.plan);
    at = hurried.startedAt;
    expect(book.answer(APPLICATION, hurried.id, early)).toEqual({ verdict: 'failed', reason: 'measured-elsewhere' });
  });

  it('fails a record that was cut before it went wrong', () => {
    const { id, plan } = begun();
    const record = measured(plan);
    expect(book.answer(APPLICATION, id, { ...record, frames: record.frames.slice(0, 40) })).toEqual({ verdict: 'failed', reason: 'unfinished' });
  });

  it('is answered once, and only by its own application', () => {
    const { id, plan } = begun();
    const record = measured(plan);
    expect(book.answer('b', id, record)).toBeNull();
    expect(book.answer(APPLICATION, id, record)).toMatchObject({ verdict: 'passed' });
    expect(book.answer(APPLICATION, id, record)).toBeNull();
  });
});

describe('sessions left unfinished', () => {
  it('count as a failed attempt at the third, so that nobody waits for a plan that suits a film', () => {
    begun();
    begun();
    begun();
    expect(book.begin(APPLICATION)).toBe('spent');
    expect(book.begin(APPLICATION)).not.toBe('spent');
  });

  it('say nothing against a person whose face was lost twice and who passes then', () => {
    for (let tries = 0; tries < 2; tries += 1) {
      const { id, plan } = begun();
      const record = measured(plan);
      const gone = record.frames.map((frame, index) => (index < 40 ? frame : { ...frame, faces: 0 }));
      expect(book.answer(APPLICATION, id, { ...record, frames: gone })).toEqual({ verdict: 'restart', reason: 'face-lost' });
    }
    const { id, plan } = begun();
    expect(book.answer(APPLICATION, id, measured(plan))).toMatchObject({ verdict: 'passed' });
  });
});
