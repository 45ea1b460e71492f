/** A clock behind evidence that was already believed judges nothing: neither good by old evidence nor bad by a wrong date. */
import { expect, it } from 'vitest';
import { createTrust, type Trust } from '../../../electron/core/trust/index.ts';
import type { SeenTimeStore } from '../../../electron/ports/trust/seen-time-store.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { inMemorySeenTimes } from '../../fakes/in-memory/in-memory-seen-times.ts';
import { ADDRESSES, issue, PURPOSE, SIGNER } from './trial/trial-authority.ts';
import { crl, hoursFromNow } from './trial/trial-evidence.ts';
import { signature, token } from './trial/trial-signature.ts';
import { extendedKeyUsage } from '../../../electron/stand/authority/certificate.ts';

const CONTENT = new TextEncoder().encode('{}');

async function desk(seenTimes?: SeenTimeStore) {
  const root = await issue('root', null);
  const signer = await issue('signer', root, { extensions: [...SIGNER, ...ADDRESSES] });
  const authority = await issue('tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), ...ADDRESSES] });
  let now = hoursFromNow(0);
  const list = crl({ signer: root, thisUpdate: hoursFromNow(-1), nextUpdate: hoursFromNow(9) });
  const trust: Trust = createTrust({
    anchors: [root.der],
    intermediates: [],
    evidence: { ocsp: async () => failure({ code: 'service-unreachable', detail: null }), crl: async () => success(list) },
    clock: { now: () => now, monotonicMs: () => 0 },
    ...(seenTimes !== undefined && { seenTimes }),
  });
  const signed = (genTime: Date): Uint8Array =>
    signature({ content: CONTENT, signers: [{ signer, stamp: (value) => [token({ authority, stamped: value, genTime })] }] });
  const verdict = async (genTime = hoursFromNow(-2)): Promise<string> => {
    const { state, checks } = await trust.verifySignature({ signature: signed(genTime) });
    return [state, ...checks.flatMap(({ layer, code }) => (code === 'clock-skewed' ? [layer] : []))].join(' ');
  };
  const mayDo = async (use: 'sign' | 'sign-in'): Promise<string> => {
    const { state, checks } = await trust.verifyCertificate({ certificate: signer.der, use });
    return [state, ...checks.flatMap(({ layer, code }) => (code === 'clock-skewed' ? [layer] : []))].join(' ');
  };
  return { verdict, mayDo, moveTo: (hours: number) => (now = hoursFromNow(hours)) };
}

it('is noticed by a list that is younger than it, and judges again once it is right', async () => {
  const { verdict, mayDo, moveTo } = await desk();
  expect([await verdict(), await mayDo('sign')]).toEqual(['good', 'good']);
  moveTo(-30);
  expect([await verdict(hoursFromNow(-31)), await mayDo('sign'), await mayDo('sign-in')]).toEqual(Array(3).fill('undetermined chain'));
  moveTo(1);
  expect([await verdict(), await mayDo('sign')]).toEqual(['good', 'good']);
});

it('is noticed by a time-stamp that is younger than it', async () => {
  const { verdict, moveTo } = await desk();
  expect(await verdict(hoursFromNow(0))).toBe('good');
  moveTo(-0.5);
  expect(await verdict(hoursFromNow(-2))).toBe('undetermined chain');
});

it('that was set a little differs as honest clocks do', async () => {
  const { verdict, moveTo } = await desk();
  expect(await verdict(hoursFromNow(0))).toBe('good');
  moveTo(-0.05);
  expect(await verdict(hoursFromNow(-2))).toBe('good');
});

it('that was set back while the program was closed is noticed after the restart', async () => {
  const kept = inMemorySeenTimes();
  const before = await desk(kept);
  expect(await before.verdict()).toBe('good');
  // A list of the hour before was the youngest evidence.
  expect(await kept.read()).toEqual(hoursFromNow(-1));
  const after = await desk(kept);
  after.moveTo(-30);
  expect([await after.verdict(hoursFromNow(-31)), await after.mayDo('sign-in')]).toEqual(['undetermined chain', 'undetermined chain']);
  after.moveTo(0);
  expect(await after.verdict()).toBe('good');
  // Without a memory the same restart notices nothing.
  const forgetful = await desk();
  forgetful.moveTo(-30);
  expect(await forgetful.verdict(hoursFromNow(-31))).not.toContain('chain');
});

it('is judged without a memory where the disk fails', async () => {
  const broken: SeenTimeStore = { read: () => Promise.reject(new Error('disk')), keep: () => Promise.reject(new Error('disk')) };
  const { verdict, moveTo } = await desk(broken);
  expect(await verdict()).toBe('good');
  moveTo(-30);
  expect(await verdict(hoursFromNow(-31))).toBe('undetermined chain');
});
