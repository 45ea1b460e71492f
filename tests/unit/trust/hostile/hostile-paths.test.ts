/** Certificates that all claim to have issued each other: however many there are, and however many signers lead to them, the work has an end. */
import { afterEach, expect, it, vi } from 'vitest';
import { createTrust } from '../../../../electron/core/trust/index.ts';
import { LIMITS } from '../../../../electron/core/trust/limits.ts';
import type { IssuedCertificate } from '../../../../electron/stand/authority/certificate.ts';
import { failure } from '../../../../shared/util/result.ts';
import { AUTHORITY, issue, named, NOW, SIGNER } from '../trial/trial-authority.ts';
import { signature } from '../trial/trial-signature.ts';

const KEYS = ['x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7'];
const ROUND = named('round');
const away = failure({ code: 'service-unreachable', detail: null } as const);

/** Each key certified by each: by its name any of them may have issued any other. */
async function roundOfAuthorities(): Promise<IssuedCertificate[]> {
  const made: IssuedCertificate[] = [];
  for (const key of KEYS) {
    for (const by of KEYS) made.push(await issue(key, await issue(by, null, { subject: ROUND }), { key, subject: ROUND, extensions: AUTHORITY }));
  }
  return made;
}

const authorities = await roundOfAuthorities();
const issuer = authorities.at(-1)!;
const signers = await Promise.all(Array.from({ length: 8 }, (_, i) => issue(`signer-${i % 2}`, issuer, { subject: named(`signer-${i}`), extensions: SIGNER })));
const message = (count: number): Uint8Array =>
  signature({ content: Uint8Array.of(1), signers: signers.slice(0, count).map((signer) => ({ signer })), certificates: [...signers.slice(0, count), ...authorities] });

const judge = (anchors: IssuedCertificate[], file: Uint8Array) =>
  createTrust({ anchors: anchors.map(({ der }) => der), intermediates: [], evidence: { ocsp: async () => away, crl: async () => away }, clock: { now: () => NOW, monotonicMs: () => 0 } }).verifyFile({ file });

afterEach(() => void vi.restoreAllMocks());

it.each([1, 8])('of %i signers below a round of authorities nobody trusts, no more signatures are verified than one question may, and none is judged', async (count) => {
  const verifying = vi.spyOn(crypto.subtle, 'verify');
  const answer = await judge([], message(count));
  expect(answer).toMatchObject({ state: 'undetermined', bySigner: [], evidence: null });
  expect(answer.checks[0]).toMatchObject({ layer: 'integrity', outcome: 'undetermined', code: 'judging-not-finished' });
  expect(verifying.mock.calls.length).toBeLessThanOrEqual(count + LIMITS.signatureWork);
});

it('a root behind such a round is found where it is not far', async () => {
  const root = await issue('x7', null, { subject: ROUND });
  expect((await judge([root], message(8))).checks[2]).toMatchObject({ layer: 'chain', outcome: 'passed' });
});
