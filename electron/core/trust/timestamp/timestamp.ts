/** Time-stamp tokens (RFC 3161) over a signature value: when the signature provably existed. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import { digestBy, hasNoParameters, type Hash } from '../algorithms/algorithms.ts';
import type { TrustStore } from '../path/build-path.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { digestOf } from '../algorithms/digest.ts';
import { longTermValues } from '../cms/long-term-values.ts';
import { contentInMemory } from '../cms/signed-content.ts';
import { judgeChain, judgeRevocation } from '../answer/judge-chain.ts';
import { attention, failed, type Finding, passed, undetermined } from '../answer/layers.ts';
import { CLOCK_SKEW_MS } from '../limits.ts';
import { CMS, EXTENSION, KEY_USAGE, PURPOSE } from '../oids.ts';
import { readSignedData } from '../cms/read-signed-data.ts';
import type { RevocationService } from '../revocation/revocation-service.ts';
import { namedCertificate } from '../cms/signed-attributes.ts';
import { verifySignerInfo } from '../cms/verify-signer-info.ts';
import { isNamed } from '../x509/certificate-names.ts';
import { createStoredRevocation, withStored } from '../revocation/stored-revocation.ts';
import { readTstInfo, type TstInfo } from './tst-info.ts';

export interface TimeStampJudgement {
  finding: Finding;
  /** Null unless the token is trusted. */
  genTime: Date | null;
}

/** What must have been stamped: the octets, or only their digest where they are too many for memory. */
export type Stamped = Bytes | ((hash: Hash) => Promise<Bytes>);

export interface TimeStampInput {
  token: Uint8Array;
  stamped: Stamped;
  store: TrustStore;
  revocation: RevocationService;
  now: Date;
  /** Content octets of the nonce, where we asked with one. */
  nonce?: Bytes | null;
  /** Policies of the authority that are accepted; any where left out. */
  timeStampPolicies?: ReadonlySet<string> | undefined;
  /** When the token and the evidence inside it provably existed, by an archive time-stamp over them; null where nothing proves it. */
  provenAt?: Date | null;
  /** Where long lists inside the token are hashed; left out, here. */
  digestBeside?: DigestBeside | undefined;
}

const TIME_STAMPING: ReadonlySet<string> = new Set([PURPOSE.timeStamping]);

const distrusted = (finding: Finding): TimeStampJudgement => ({ finding, genTime: null });

export async function judgeTimeStamp(input: TimeStampInput): Promise<TimeStampJudgement> {
  try {
    return await judgeToken(input);
  } catch (error) {
    if (error instanceof Malformed) return distrusted(failed('timestamp-wrong', error.message));
    throw error;
  }
}

async function judgeToken({
  token,
  stamped,
  store,
  revocation,
  now,
  nonce = null,
  timeStampPolicies,
  provenAt = null,
  digestBeside,
}: TimeStampInput): Promise<TimeStampJudgement> {
  const data = readSignedData(token);
  const [signer, second] = data.signers;
  if (data.contentType !== CMS.tstInfo || data.content === null) return distrusted(failed('timestamp-wrong', 'not a time-stamp token'));
  if (signer === undefined || second !== undefined) return distrusted(failed('timestamp-wrong', 'a token has exactly one signer'));
  const info = readTstInfo(data.content);
  const imprint = await judgeImprint(info, stamped);
  if (imprint.is === 'fault') return distrusted(imprint.finding);
  if (nonce !== null && (info.nonce === null || !bytesEqual(info.nonce, nonce))) return distrusted(failed('timestamp-wrong', 'nonce'));

  const check = await verifySignerInfo(data, signer, contentInMemory(data.content), store.intermediates, provenAt);
  if (check.certificate === null)
    return distrusted(check.finding.outcome === 'undetermined' ? check.finding : failed('timestamp-wrong', check.finding.code));
  const authority = check.certificate;
  // RFC 3161 2.4.2: the token names its certificate, and the name it gives itself, if any, is one of that certificate's.
  if ((await namedCertificate(signer, authority)) !== 'this-one')
    return distrusted(failed('timestamp-wrong', 'no signing certificate named'));
  if (info.authority !== null && !isNamed(authority, info.authority)) return distrusted(failed('timestamp-wrong', 'another authority named'));
  if (!isTimeStampAuthority(authority)) return distrusted(failed('timestamp-untrusted', 'certificate is not for time-stamping'));
  const reference = { at: info.genTime, proven: true };
  const carried = longTermValues(data, signer);
  const wider = { ...store, intermediates: [...store.intermediates, ...check.embedded, ...carried.certificates] };
  const chain = await judgeChain(authority, wider, { at: info.genTime, provenAt, purposes: TIME_STAMPING });
  if (chain.path === null) {
    if (chain.finding.outcome === 'undetermined') return distrusted(chain.finding);
    return distrusted(failed(chain.finding.code === 'chain-expired' ? 'timestamp-expired' : 'timestamp-untrusted', chain.finding.detail));
  }
  const stored = createStoredRevocation(carried, { now: provenAt ?? now, digestBeside });
  const revoked = await judgeRevocation(chain.path, { revocation: withStored(revocation, stored), store: wider }, reference);
  // The time authority's standing is another question than the signer's, which has the code of its own layer.
  if (revoked.finding.outcome === 'undetermined') return distrusted(undetermined('timestamp-unconfirmed', revoked.finding.detail));
  if (revoked.finding.outcome === 'failed') return distrusted(failed('timestamp-untrusted', revoked.finding.detail));
  // A trusted authority ahead of us by more than clocks differ says that our own clock is wrong: that is no judgement on the signature.
  if (info.genTime.getTime() > now.getTime() + CLOCK_SKEW_MS) return distrusted(undetermined('clock-skewed', info.genTime.toISOString()));
  // RFC 3161 2.4.1: who relies on a token decides under which of the authority's promises.
  if (timeStampPolicies?.has(info.policy) === false) return distrusted(undetermined('timestamp-policy-unaccepted', info.policy));
  if (imprint.is === 'weak') return distrusted(attention('timestamp-weak', `imprint by ${imprint.why}`));
  return { finding: passed('timestamp-good', info.genTime.toISOString()), genTime: info.genTime };
}

/** RFC 3161 2.3: the purpose timeStamping alone, and critical. */
function isTimeStampAuthority({ extendedKeyUsage, extensions, keyUsage, basicConstraints }: Certificate): boolean {
  return (
    extendedKeyUsage?.length === 1 &&
    extendedKeyUsage[0] === PURPOSE.timeStamping &&
    extensions.get(EXTENSION.extendedKeyUsage)?.critical === true &&
    (keyUsage === null || keyUsage.has(KEY_USAGE.digitalSignature) || keyUsage.has(KEY_USAGE.nonRepudiation)) &&
    basicConstraints?.ca !== true
  );
}

type Imprint = { is: 'strong' } | { is: 'weak'; why: string } | { is: 'fault'; finding: Finding };

/** id-sha1: old tokens of the NCA have it; of two contents made together one such stamp can date either. */
const SHA1 = '1.3.14.3.2.26';

async function judgeImprint({ hashAlgorithm, hash }: TstInfo, stamped: Stamped): Promise<Imprint> {
  const row = digestBy(hashAlgorithm);
  const fault = (finding: Finding): Imprint => ({ is: 'fault', finding });
  const isSha1 = hashAlgorithm.oid === SHA1 && hasNoParameters(hashAlgorithm);
  if (row.kind === 'refused' && !isSha1) return fault(failed('timestamp-wrong', `imprint by ${row.why}`));
  const wanted = row.kind === 'hash' ? row.hash : 'SHA-1';
  const actual = stamped instanceof Uint8Array ? await digestOf(wanted, stamped) : await stamped(wanted);
  if (!bytesEqual(hash, actual)) return fault(failed('timestamp-wrong', 'stamp of something else'));
  return row.kind === 'hash' ? { is: 'strong' } : { is: 'weak', why: row.why };
}
