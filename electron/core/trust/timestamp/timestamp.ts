/** Time-stamp tokens (RFC 3161) over a signature value: when the signature provably existed. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { digestRow, readAlgorithm } from '../algorithms/algorithms.ts';
import type { TrustStore } from '../path/build-path.ts';
import type { Certificate } from '../x509/certificate.ts';
import { type Bytes, complete, context, contextPrimitive, Malformed, readOnly, TAG } from '../asn1/der.ts';
import { integerOctets, readDefaultFalse, readOid, readSmallInteger, timeOf } from '../asn1/der-values.ts';
import { digestOf } from '../algorithms/digest.ts';
import { judgeChain, judgeRevocation } from '../judge-chain.ts';
import { failed, type Finding, passed, undetermined } from '../layers.ts';
import { CLOCK_SKEW_MS } from '../limits.ts';
import { CMS, EXTENSION, KEY_USAGE, PURPOSE } from '../oids.ts';
import { readSignedData } from '../cms/read-signed-data.ts';
import type { RevocationService } from '../revocation/revocation-service.ts';
import { namedCertificate } from '../cms/signed-attributes.ts';
import { verifySignerInfo } from '../cms/verify-signer-info.ts';

export interface TimeStampJudgement {
  finding: Finding;
  /** Null unless the token is trusted. */
  genTime: Date | null;
}

export interface TimeStampInput {
  token: Uint8Array;
  /** What must have been stamped. */
  stamped: Bytes;
  store: TrustStore;
  revocation: RevocationService;
  now: Date;
  /** Content octets of the nonce, where we asked with one. */
  nonce?: Bytes | null;
}

interface TstInfo {
  hashAlgorithm: string;
  hash: Bytes;
  genTime: Date;
  nonce: Bytes | null;
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

async function judgeToken({ token, stamped, store, revocation, now, nonce = null }: TimeStampInput): Promise<TimeStampJudgement> {
  const data = readSignedData(token);
  const [signer, second] = data.signers;
  if (data.contentType !== CMS.tstInfo || data.content === null) return distrusted(failed('timestamp-wrong', 'not a time-stamp token'));
  if (signer === undefined || second !== undefined) return distrusted(failed('timestamp-wrong', 'a token has exactly one signer'));
  const info = readTstInfo(data.content);
  const imprint = await imprintFault(info, stamped);
  if (imprint !== null) return distrusted(imprint);
  if (nonce !== null && (info.nonce === null || !bytesEqual(info.nonce, nonce))) return distrusted(failed('timestamp-wrong', 'nonce'));

  const check = await verifySignerInfo(data, signer, data.content, store.intermediates);
  if (check.certificate === null)
    return distrusted(check.finding.outcome === 'undetermined' ? check.finding : failed('timestamp-wrong', check.finding.code));
  const authority = check.certificate;
  // RFC 3161 2.4.2: the token names its certificate.
  if ((await namedCertificate(signer, authority)) !== 'this-one')
    return distrusted(failed('timestamp-wrong', 'no signing certificate named'));
  if (!isTimeStampAuthority(authority)) return distrusted(failed('timestamp-untrusted', 'certificate is not for time-stamping'));
  const reference = { at: info.genTime, proven: true };
  const wider = { ...store, intermediates: [...store.intermediates, ...check.embedded] };
  const chain = await judgeChain(authority, wider, { at: info.genTime, purposes: TIME_STAMPING });
  if (chain.path === null) {
    if (chain.finding.outcome === 'undetermined') return distrusted(chain.finding);
    return distrusted(failed(chain.finding.code === 'chain-expired' ? 'timestamp-expired' : 'timestamp-untrusted', chain.finding.detail));
  }
  const revoked = await judgeRevocation(chain.path, { revocation, store: wider }, reference);
  // The time authority's standing is another question than the signer's, which has the code of its own layer.
  if (revoked.finding.outcome === 'undetermined') return distrusted(undetermined('timestamp-unconfirmed', revoked.finding.detail));
  if (revoked.finding.outcome === 'failed') return distrusted(failed('timestamp-untrusted', revoked.finding.detail));
  // A trusted authority ahead of us by more than clocks differ says that our own clock is wrong: that is no judgement on the signature.
  if (info.genTime.getTime() > now.getTime() + CLOCK_SKEW_MS) return distrusted(undetermined('clock-skewed', info.genTime.toISOString()));
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

async function imprintFault({ hashAlgorithm, hash }: TstInfo, stamped: Bytes): Promise<Finding | null> {
  const row = digestRow(hashAlgorithm);
  if (row.kind === 'unsupported') return undetermined('algorithm-unsupported', row.why);
  if (row.kind === 'refused') return failed('timestamp-wrong', `imprint by ${row.why}`);
  const actual = await digestOf(row.hash, stamped);
  return bytesEqual(hash, actual) ? null : failed('timestamp-wrong', 'stamp of something else');
}

/** @throws {Malformed} */
function readTstInfo(content: Bytes): TstInfo {
  return complete(readOnly(content, TAG.sequence), (reader) => {
    if (readSmallInteger(reader) !== 1) throw new Malformed('token version');
    readOid(reader);
    const imprint = complete(reader.inside(TAG.sequence), (inner) => ({
      hashAlgorithm: readAlgorithm(inner.expect(TAG.sequence)).oid,
      hash: inner.expect(TAG.octetString).content,
    }));
    reader.expect(TAG.integer);
    const genTime = timeOf(reader.expect(TAG.generalizedTime), 'fraction-allowed');
    reader.optional(TAG.sequence);
    readDefaultFalse(reader);
    const nonceField = reader.optional(TAG.integer);
    reader.optional(context(0));
    const extensions = reader.optional(context(1)) ?? reader.optional(contextPrimitive(1));
    if (extensions !== null) throw new Malformed('token with extensions');
    return { ...imprint, genTime, nonce: nonceField === null ? null : integerOctets(nonceField) };
  });
}
