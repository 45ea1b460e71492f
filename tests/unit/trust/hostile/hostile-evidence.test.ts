/** Genuine answers of responders that a signature brings by the dozen: only those about its own certificates cost a signature each. */
import { afterEach, expect, it, vi } from 'vitest';
import { createTrust } from '../../../../electron/core/trust/index.ts';
import { embedded, explicit, oid } from '../../../../electron/stand/authority/asn1.ts';
import type { IssuedCertificate } from '../../../../electron/stand/authority/certificate.ts';
import { failure } from '../../../../shared/util/result.ts';
import { ADDRESSES, issue, NOW, SIGNER } from '../trial/trial-authority.ts';
import { ocspAnswer } from '../trial/trial-evidence.ts';
import { signature } from '../trial/trial-signature.ts';

const away = failure({ code: 'service-unreachable', detail: null } as const);
const root = await issue('evidence-root', null);
const [signer, other] = await Promise.all(['evidence-signer', 'evidence-other'].map((label) => issue(label, root, { extensions: [...SIGNER, ...ADDRESSES] }))) as [IssuedCertificate, IssuedCertificate];
const answerAbout = (about: IssuedCertificate): Uint8Array => ocspAnswer({ signer: root, singles: [{ about, issuer: root }] });

afterEach(() => void vi.restoreAllMocks());

/** How many signatures are verified, and what is said of revocation. */
async function judged(answers: Uint8Array[]): Promise<{ verified: number; revocation: string }> {
  const revocationInfo = answers.map((answer) => explicit(1, oid('1.3.6.1.5.5.7.16.2'), embedded(answer)));
  const file = signature({ content: Uint8Array.of(1), signers: [{ signer }], revocationInfo });
  const trust = createTrust({ anchors: [root.der], intermediates: [], evidence: { ocsp: async () => away, crl: async () => away }, clock: { now: () => NOW, monotonicMs: () => 0 } });
  const verifying = vi.spyOn(crypto.subtle, 'verify').mockClear();
  const { checks } = await trust.verifyFile({ file });
  return { verified: verifying.mock.calls.length, revocation: checks.find(({ layer }) => layer === 'revocation')!.code };
}

it('answers about another certificate are passed over unverified, and the one about the signer is found behind them', async () => {
  const others = Array.from({ length: 31 }, () => answerAbout(other));
  expect((await judged(others)).revocation).toBe('revocation-unknown');
  const alone = await judged([answerAbout(signer)]);
  expect(alone.revocation).toBe('not-revoked');
  expect(await judged([...others, answerAbout(signer)])).toEqual(alone);
});
