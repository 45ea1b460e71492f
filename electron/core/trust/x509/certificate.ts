/** One X.509 certificate (RFC 5280 4.1), decoded strictly; nothing here says whether it may be trusted. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { type AlgorithmIdentifier, isSameAlgorithm, readAlgorithm } from '../algorithms/algorithms.ts';
import { type ExtensionFacts, type Extensions, readExtensionFacts, readExtensions } from './certificate-extensions.ts';
import { type Bytes, complete, context, contextPrimitive, TAG } from '../asn1/der.ts';
import { Malformed, orNull } from '../malformed.ts';
import { timeOf } from '../asn1/der-times.ts';
import { integerOctets, readSmallInteger } from '../asn1/der-values.ts';
import { LIMITS } from '../limits.ts';
import { type Name, readName } from './names.ts';
import { type PublicKey, readPublicKey } from '../algorithms/public-key.ts';
import { readSignedEnvelope } from './read-signed-envelope.ts';

export interface Certificate extends ExtensionFacts {
  encoded: Bytes;
  /** The signed part. */
  tbs: Bytes;
  signatureAlgorithm: AlgorithmIdentifier;
  signature: Bytes;
  serialHex: string;
  issuer: Name;
  subject: Name;
  notBefore: Date;
  notAfter: Date;
  publicKey: PublicKey;
  extensions: Extensions;
  selfIssued: boolean;
}

/** @throws {Malformed} */
export function readCertificate(input: Uint8Array): Certificate {
  if (input.length > LIMITS.certificateBytes) throw new Malformed('certificate too large');
  const { encoded, tbs, fields: reader, signatureAlgorithm, signature } = readSignedEnvelope(input);
  const versionField = reader.optionalInside(context(0));
  const version = versionField === null ? 1 : complete(versionField, readSmallInteger) + 1;
  if (version > 3) throw new Malformed('version of a certificate');
  const serial = integerOctets(reader.expect(TAG.integer));
  const innerAlgorithm = readAlgorithm(reader.expect(TAG.sequence));
  // RFC 5280 4.1.1.2: the two must be the same, or the unsigned one could lie.
  if (!isSameAlgorithm(innerAlgorithm, signatureAlgorithm)) throw new Malformed('two signature algorithms');
  const issuer = readName(reader.element());
  const validity = reader.inside(TAG.sequence);
  const notBefore = timeOf(validity.element());
  const notAfter = timeOf(validity.element());
  validity.end();
  const subject = readName(reader.element());
  const publicKey = readPublicKey(reader.expect(TAG.sequence));
  reader.optional(contextPrimitive(1));
  reader.optional(contextPrimitive(2));
  const extensionField = reader.optionalInside(context(3));
  reader.end();
  if (extensionField !== null && version !== 3) throw new Malformed('extensions before version 3');
  const extensions: Extensions = extensionField === null ? new Map() : readExtensions(extensionField.inside(TAG.sequence));
  extensionField?.end();
  return {
    encoded,
    tbs,
    signatureAlgorithm,
    signature,
    serialHex: bytesToHex(serial),
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKey,
    extensions,
    selfIssued: issuer.canonical === subject.canonical,
    ...readExtensionFacts(extensions),
  };
}

/** Null for what is no certificate: certificates inside messages are hints and may be anything. */
export const tryReadCertificate = (input: Uint8Array): Certificate | null => orNull(() => readCertificate(input));
