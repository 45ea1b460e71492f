/** One signer, one time-stamp authority and one root of a trial, and the whole judgement of what they signed. */
import { extendedKeyUsage, type IssuedCertificate } from '../../../../electron/stand/authority/certificate.ts';
import type { RevocationStatus } from '../../../../electron/core/trust/revocation/revocation-status.ts';
import type { SignatureAnswer } from '../../../../electron/core/trust/answer/signature-answer.ts';
import { type SignatureQuestion, verifySignature } from '../../../../electron/core/trust/cms/verify-signature.ts';
import { issue, NOW, parsed, PURPOSE } from './trial-authority.ts';
import { signature, type SignatureTrial, type SignerTrial, token } from './trial-signature.ts';

export const CONTENT = new TextEncoder().encode('{"document":"synthetic"}');
export const OTHER = new TextEncoder().encode('{"document":"another"}');

export const root = await issue('root', null);
export const signer = await issue('signer', root);
export const authority = await issue('tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true)] });

export const stamped = (genTime: Date = NOW): Pick<SignerTrial, 'stamp'> => ({
  stamp: (value) => [token({ authority, stamped: value, genTime })],
});
export const signed = (bend: Partial<SignerTrial> = {}, whole: Partial<SignatureTrial> = {}): Uint8Array =>
  signature({ content: CONTENT, signers: [{ signer, ...stamped(), ...bend }], ...whole });

export interface Circumstances extends Omit<SignatureQuestion, 'signature'> {
  statusOf?: (commonName: string) => RevocationStatus;
  anchors?: IssuedCertificate[];
  known?: IssuedCertificate[];
}

export const GOOD: RevocationStatus = { state: 'good', asOf: NOW };

export function judged(
  encoded: Uint8Array,
  { statusOf = () => GOOD, anchors = [root], known = [], ...question }: Circumstances = {},
): Promise<SignatureAnswer> {
  return verifySignature(
    { signature: encoded, ...question },
    {
      store: { anchors: anchors.map(parsed), intermediates: known.map(parsed) },
      revocation: { statusOf: async ([certificate]) => statusOf(certificate!.subject.attributes[0]!.text) },
      now: NOW,
    },
  );
}

/** The layer that decided and its code. */
export const decisive = ({ checks }: SignatureAnswer): string => {
  const check = checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome !== 'passed');
  return check === undefined ? 'good' : `${check.layer} ${check.outcome} ${check.code}`;
};
