/** A document signed by as many as may sign one, each with a time-stamp and an answer of a responder: judged to its end. */
import { expect, it } from 'vitest';
import { authorityInformation, crlDistributionPoint, extendedKeyUsage, ocspNoCheck } from '../../../../electron/stand/authority/certificate.ts';
import { createTrust, type SignatureAnswer } from '../../../../electron/core/trust/index.ts';
import { LIMITS } from '../../../../electron/core/trust/limits.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import { ADDRESSES, AUTHORITY, issue, NOW, PURPOSE, SIGNER } from '../trial/trial-authority.ts';
import { crl, hoursFromNow, nonceExtension, ocspAnswer } from '../trial/trial-evidence.ts';
import { signature, token } from '../trial/trial-signature.ts';

const BY_ROOT = 'http://trial.test/root.crl';
const OF_TSA = 'http://trial.test/tsa/ocsp';
const root = await issue('many-root', null);
const issuer = await issue('many-issuer', root, { extensions: [...AUTHORITY, crlDistributionPoint(BY_ROOT)] });
const authority = await issue('many-tsa', issuer, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), authorityInformation({ ocsp: OF_TSA, issuers: 'http://trial.test/ca.cer' })] });
const responder = await issue('many-responder', issuer, { extensions: [extendedKeyUsage([PURPOSE.ocspSigning]), ocspNoCheck()] });
const signers = await Promise.all(
  Array.from({ length: LIMITS.signers }, (_, i) => issue(`many-${i}`, issuer, { extensions: [...SIGNER, ...ADDRESSES], key: `many-key-${i % 3}` })),
);

/** Every token and every answer brings its own copies of the certificates it needs. */
const signed = signature({
  content: new TextEncoder().encode('{"document":"synthetic"}'),
  signers: signers.map((signer) => ({ signer, stamp: (value) => [token({ authority, stamped: value, genTime: hoursFromNow(-2), certificates: [issuer] })] })),
  certificates: [...signers, issuer],
});

function judged(away: readonly string[] = []): Promise<SignatureAnswer> {
  const singles = [...signers, authority].map((about) => ({ about, issuer }));
  const answer = (request: Uint8Array): Uint8Array =>
    ocspAnswer({ signer: responder, certificates: [responder], singles, extensions: [nonceExtension(request.slice(-18))] });
  const evidence = {
    ocsp: async (url: string, request: Uint8Array) =>
      away.includes(url) ? failure({ code: 'service-unreachable', detail: null } as const) : success(answer(request)),
    crl: async (url: string) => success(crl({ signer: url === BY_ROOT ? root : issuer })),
  };
  return createTrust({ anchors: [root.der], intermediates: [], evidence, clock: { now: () => NOW, monotonicMs: () => 0 } }).verifySignature({ signature: signed });
}

it('is good, and every signer is shown', async () => {
  const { state, bySigner } = await judged();
  expect([state, bySigner.map((each) => each.state)]).toEqual(['good', signers.map(() => 'good')]);
});

it('is unconfirmed for what it is while nobody answers for the time-stamps', async () => {
  const { state, checks } = await judged([OF_TSA]);
  expect([state, checks.find(({ outcome }) => outcome === 'undetermined')?.code]).toEqual(['undetermined', 'timestamp-unconfirmed']);
});
