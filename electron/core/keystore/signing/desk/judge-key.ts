/** May this key sign what is asked, now? Its certificate is held against the caller's filter, the clock and the trust of the workstation. */
import type { KeyObjection, KeyOffer } from '../../../../../shared/domain/signing/signing-keys.ts';
import type { PortalPolicy } from '../../../../../shared/domain/signing/portal-policy.ts';
import type { CertificateAnswer, CertificateQuestion } from '../../../trust/index.ts';
import { type Certificate, tryReadCertificate } from '../../../trust/x509/index.ts';
import type { SigningKey } from '../../signing-key.ts';
import type { KeyFilter } from '../signing-order.ts';

const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';

export interface KeyJudge {
  now: Date;
  policy: Pick<PortalPolicy, 'allowExpiredKeys' | 'allowRevokedKeys'>;
  verifyCertificate(question: CertificateQuestion): Promise<CertificateAnswer>;
}

export interface KeyStanding {
  objection: KeyObjection | null;
  attention: KeyOffer['attention'];
}

const refused = (objection: KeyObjection): KeyStanding => ({ objection, attention: null });

/** @throws {TypeError} when the key's certificate cannot be read: the key store gave it, so it can. */
export async function judgeKey(key: SigningKey, filter: KeyFilter, judge: KeyJudge): Promise<KeyStanding> {
  const certificate = tryReadCertificate(key.certificate);
  if (certificate === null) throw new TypeError('a key without a certificate');
  const mismatch = filterObjection(key, certificate, filter);
  if (mismatch !== null) return refused(mismatch);
  if (judge.now < certificate.notBefore) return refused('not-yet-valid');
  const expired = judge.now > certificate.notAfter;
  if (expired && !(filter.allowExpired && judge.policy.allowExpiredKeys)) return refused('expired');
  const ended: KeyOffer['attention'] = expired ? 'expired-allowed' : null;
  // The caller named the authorities itself, or none: there is nothing this workstation could confirm.
  if (filter.issuers !== 'trusted') return { objection: null, attention: ended ?? 'issuer-not-checked' };
  const answer = await judge.verifyCertificate({
    certificate: key.certificate,
    use: key.forSigning ? 'sign' : 'sign-in',
    ...(expired ? { at: certificate.notAfter } : {}),
  });
  return ofAnswer(answer, filter.allowRevoked && judge.policy.allowRevokedKeys, ended);
}

function ofAnswer(answer: CertificateAnswer, revokedAllowed: boolean, ended: KeyOffer['attention']): KeyStanding {
  if (answer.state === 'good') return { objection: null, attention: ended };
  const decisive = answer.checks.find(({ outcome }) => outcome === 'failed') ?? answer.checks.find(({ outcome }) => outcome === 'undetermined');
  switch (decisive?.code) {
    case 'signer-revoked':
    case 'issuer-revoked':
      return revokedAllowed ? { objection: null, attention: 'revoked-allowed' } : refused('revoked');
    case 'revocation-unknown':
    case 'revocation-stale':
      return { objection: null, attention: ended ?? 'revocation-unknown' };
    case 'signer-not-for-signing':
      return refused('not-for-signing');
    default:
      return refused('untrusted');
  }
}

function filterObjection(key: SigningKey, certificate: Certificate, filter: KeyFilter): KeyObjection | null {
  const { owner, purposes, schemes } = key;
  if (schemes.length === 0) return 'no-signature';
  if (filter.purposes.some((purpose) => !purposes.includes(purpose))) return 'other-purposes';
  if (filter.usage === 'signing' && !key.forSigning) return 'not-for-signing';
  if (filter.usage === 'authentication' && !mayAuthenticate(key)) return 'not-for-authentication';
  if (filter.iin !== null && filter.iin !== owner.iin) return 'other-person';
  if (filter.bin !== null && filter.bin !== owner.bin) return 'other-organisation';
  if (filter.serial !== null && !isSerial(filter.serial, certificate.serialHex)) return 'other-serial';
  if (typeof filter.issuers !== 'string' && !filter.issuers.some((issuer) => mayHaveIssued(issuer, certificate))) return 'other-issuer';
  return null;
}

/** Since 2022 the NCA gives one GOST certificate for signing in and for signing; only RSA keys come in pairs. */
const mayAuthenticate = ({ algorithm, purposes }: SigningKey): boolean =>
  algorithm.startsWith('GOST-2015') || purposes.includes(CLIENT_AUTHENTICATION);

function isSerial(asked: string, serialHex: string): boolean {
  const serial = BigInt(`0x${serialHex}`);
  const plain = asked.toLowerCase().replace(/^0+(?=.)/, '');
  return plain === serial.toString(16) || plain === serial.toString(10);
}

function mayHaveIssued(issuer: Uint8Array, { issuer: name, authorityKeyId }: Certificate): boolean {
  const authority = tryReadCertificate(issuer);
  if (authority === null || authority.subject.canonical !== name.canonical) return false;
  return authorityKeyId === null || authority.subjectKeyId === null || authority.subjectKeyId === authorityKeyId;
}
