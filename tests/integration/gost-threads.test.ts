/** Threads that verify signatures of GOST: they answer as the arithmetic does, and none of them is needed. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGostThreads, type GostThreads } from '../../electron/adapters/gost-threads/create-gost-threads.ts';
import { type GostThread, startGostThread } from '../../electron/adapters/gost-threads/gost-thread.ts';
import { lendGostVerifier } from '../../electron/core/trust/gost/index.ts';
import { answerGostQuestion } from '../../electron/core/trust/gost/answer-gost-question.ts';
import { signedBy } from '../../electron/core/trust/path/build-path.ts';
import { type Certificate, readCertificate } from '../../electron/core/trust/x509/certificate.ts';
import type { GostQuestion } from '../../electron/ports/gost-verifier.ts';
import { GOST_2004, GOST_2015, gostAuthority, gostPublicKey } from '../fakes/gost-authority.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const { root, issue } = gostAuthority(NOW, GOST_2015);
const rootCertificate = readCertificate(root);
let serial = 0;
const freshLeaf = (): Certificate => readCertificate(issue('900101400015', gostPublicKey(GOST_2015, BigInt(1000 + (serial += 1)))));

const questionOf = ({ tbs, signature }: Certificate): GostQuestion => ({
  signatureOid: GOST_2015.signatureOid,
  key: rootCertificate.publicKey.encoded,
  data: tbs,
  value: signature,
});
const damaged = (question: GostQuestion): GostQuestion => ({ ...question, data: question.data.with(30, question.data[30]! ^ 1) });

const SILENT = new URL('../fakes/silent-worker.ts', import.meta.url);
let threads: GostThreads | null = null;
afterEach(() => threads?.end());

/** The first questions only start threads. */
async function answered(question: GostQuestion): Promise<unknown> {
  return vi.waitFor(
    async () => {
      const answer = await threads!.verify(question);
      expect(answer).not.toBeNull();
      return answer;
    },
    { timeout: 30_000 },
  );
}

describe('threads', () => {
  it('answer as the arithmetic itself: right, wrong and refused', async () => {
    threads = createGostThreads(2);
    const question = questionOf(freshLeaf());
    expect(await threads.verify(question)).toBeNull();
    expect(await answered(question)).toEqual({ is: 'right' });
    expect(await answered(damaged(question))).toEqual({ is: 'wrong' });
    const other = { ...question, key: gostPublicKey(GOST_2004, 77n) };
    expect(await answered(other)).toEqual(answerGostQuestion(other));
  });

  it('say nothing to what is no question of theirs', () => {
    expect(answerGostQuestion({ ...questionOf(freshLeaf()), signatureOid: '1.2.3' })).toBeNull();
    expect(answerGostQuestion({ ...questionOf(freshLeaf()), key: Uint8Array.of(1, 2, 3) })).toBeNull();
  });

  it('that hang are ended, leave the answer to the asker, and are replaced', async () => {
    const started: GostThread[] = [];
    threads = createGostThreads(1, () => {
      started.push(started.length === 0 ? startGostThread(SILENT, 50) : startGostThread());
      return started.at(-1)!;
    });
    const question = questionOf(freshLeaf());
    expect(await threads.verify(question)).toBeNull();
    await vi.waitFor(() => expect(started[0]!.state).toBe('free'), { timeout: 30_000 });
    expect(await threads.verify(question)).toBeNull();
    expect(started[0]!.state).toBe('ended');
    expect(await answered(question)).toEqual({ is: 'right' });
    expect(started).toHaveLength(2);
  });

  it('of two short questions at once answer both, and leave a third and what is long to the asker', async () => {
    threads = createGostThreads(1);
    const question = questionOf(freshLeaf());
    await answered(question);
    const all = await Promise.all([question, damaged(question), question].map((each) => threads!.verify(each)));
    expect(all).toEqual([{ is: 'right' }, { is: 'wrong' }, null]);
    const long = { ...question, data: new Uint8Array(20_000) };
    expect(await Promise.all([threads.verify(long), threads.verify(question)])).toEqual([{ is: 'wrong' }, null]);
    expect(await threads.verify(question)).toEqual({ is: 'right' });
  });

  it('are none on a machine without a processor to spare', async () => {
    threads = createGostThreads(0);
    for (let i = 0; i < 3; i += 1) expect(await threads.verify(questionOf(freshLeaf()))).toBeNull();
  });
});

describe('a lent pool', () => {
  it('is asked, and what it leaves open is computed here', async () => {
    const asked: GostQuestion[] = [];
    const takeBack = lendGostVerifier({
      async verify(question) {
        asked.push(question);
        return null;
      },
    });
    const leaf = freshLeaf();
    expect((await signedBy(leaf, rootCertificate)).is).toBe('right');
    expect(asked.map(({ value }) => value)).toEqual([leaf.signature]);
    takeBack();
    expect((await signedBy(freshLeaf(), rootCertificate)).is).toBe('right');
    expect(asked).toHaveLength(1);
  });
});
