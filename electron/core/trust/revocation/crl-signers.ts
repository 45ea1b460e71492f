/** Who may have signed a list: the issuer's own key, or another certificate of that name with its own trusted path (RFC 5280 6.3.3 f, g). */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { buildPath, type TrustStore } from '../path/build-path.ts';
import type { Certificate } from '../x509/certificate.ts';
import { LIMITS } from '../limits.ts';
import { commonNameOf } from '../x509/names.ts';
import { KEY_USAGE } from '../oids.ts';
import type { Crl } from './read-crl.ts';
import type { RevocationStatus } from './revocation-status.ts';
import { isWeak } from '../algorithms/algorithm-terms.ts';
import { type ValueAnswer, verifyValue } from '../algorithms/verify-value.ts';

/** Where signers of lists besides the issuer itself are looked for. */
export interface CrlSigners {
  store: TrustStore;
  /** Anchor of the path in question: lists of another hierarchy say nothing about it. */
  anchor: Certificate;
  statusOf(path: readonly Certificate[]): Promise<RevocationStatus>;
}

export type SignerAnswer = { is: 'signer'; certificate: Certificate } | { is: 'doubt'; why: string };

const doubt = (why: string): SignerAnswer => ({ is: 'doubt', why });

export interface EvidenceTimes {
  now: Date;
  /** By when the list provably existed: judged again as of another time, it is judged by the algorithms of then. */
  provenAt: Date;
}

/** `signers` null: only the issuer itself counts. */
export async function findCrlSigner(crl: Crl, issuer: Certificate, signers: CrlSigners | null, times: EvidenceTimes): Promise<SignerAnswer> {
  const others = signers === null ? [] : [...signers.store.anchors, ...signers.store.intermediates];
  const candidates = [issuer, ...others.filter((each) => !bytesEqual(each.encoded, issuer.encoded))]
    .filter(({ subject }) => subject.canonical === crl.issuer.canonical)
    .toSorted((a, b) => rank(crl, a) - rank(crl, b))
    .slice(0, LIMITS.crlSigners);
  let last = doubt(candidates.length === 0 ? 'CRL of another issuer' : 'CRL is not signed by the issuer');
  const links = signers?.store.links;
  for (const certificate of candidates) {
    if (links?.isSpent === true) return doubt('too many signatures to verify');
    if (certificate.keyUsage !== null && !certificate.keyUsage.has(KEY_USAGE.cRLSign)) {
      last = doubt('issuer may not sign CRLs');
      continue;
    }
    const answer = await isSignedBy(crl, certificate, times.provenAt);
    if (answer.is === 'refused') last = doubt(`CRL is signed with ${answer.why}`);
    if (answer.is === 'wrong') links?.noteVain();
    if (answer.is !== 'right') continue;
    const why = certificate === issuer || signers === null ? null : await pathDoubt(certificate, signers, times);
    if (why === null) return { is: 'signer', certificate };
    last = doubt(`signer of the CRL: ${why}`);
  }
  return last;
}

/** A matching key identifier first, a differing one last. */
const rank = ({ authorityKeyId }: Crl, { subjectKeyId }: Certificate): number =>
  authorityKeyId === null || subjectKeyId === null ? 1 : authorityKeyId === subjectKeyId ? 0 : 2;

/** By which key a list was found right. It is kept for many questions, and hashing twenty megabytes for each would take longer than all else. */
const verified = new WeakMap<Crl, Uint8Array>();

export async function isSignedBy(crl: Crl, { publicKey }: Certificate, provenAt: Date): Promise<ValueAnswer> {
  const key = verified.get(crl);
  if (key !== undefined && bytesEqual(key, publicKey.encoded)) return { is: 'right' };
  const { signatureAlgorithm: algorithm, tbs: data, signature: value, digestBeside } = crl;
  const answer = await verifyValue({ algorithm, digest: null, key: publicKey, data, digestBeside, value, madeBy: provenAt });
  // What rests on a weak algorithm is right at its time only.
  if (answer.is === 'right' && answer.legacy?.some(isWeak) !== true) verified.set(crl, publicKey.encoded);
  return answer;
}

async function pathDoubt(certificate: Certificate, { store, anchor, statusOf }: CrlSigners, { now, provenAt }: EvidenceTimes): Promise<string | null> {
  if (bytesEqual(certificate.encoded, anchor.encoded)) return null;
  const answer = await buildPath(certificate, { ...store, anchors: [anchor] }, { at: now, provenAt });
  if (answer.state !== 'trusted') return answer.fault.detail;
  for (let i = 0; i < answer.path.length - 1; i += 1) {
    const status = await statusOf(answer.path.slice(i));
    if (status.state !== 'good') return `${commonNameOf(answer.path[i]!.subject)} ${'detail' in status ? status.detail : status.state}`;
  }
  return null;
}
