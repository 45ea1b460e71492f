/** Reads a PKCS#10 request (RFC 2986) as the NCA does: the signature proves the key, of the extensions only e-mail and key storage count. */
import {
  complete,
  context,
  DerReader,
  type Element,
  Malformed,
  readOid,
  readOnly,
  readSmallInteger,
  TAG,
  textOf,
  withoutArmour,
} from '../../core/trust/asn1/index.ts';
import { type PublicKey, readAlgorithm, readPublicKey, verifyValue } from '../../core/trust/algorithms/index.ts';
import { EXTENSION } from './oids.ts';

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const RFC822_NAME = 0x81;

export interface CertificationRequest {
  /** DER Name. */
  subject: Uint8Array;
  /** By attribute type. */
  names: ReadonlyMap<string, string>;
  publicKey: PublicKey;
  email: string | null;
  /** Object identifier of where the key is kept. */
  storage: string | null;
}

/** Null for what is no request, or is not signed by its own key. @param input DER or PEM */
export async function readRequest(input: Uint8Array): Promise<CertificationRequest | null> {
  try {
    const parts = complete(readOnly(withoutArmour(input), TAG.sequence), (reader) => ({
      info: reader.expect(TAG.sequence),
      algorithm: readAlgorithm(reader.expect(TAG.sequence)),
      value: reader.expect(TAG.bitString).content.subarray(1),
    }));
    const request = readInfo(parts.info);
    const answer = await verifyValue({ algorithm: parts.algorithm, digest: null, key: request.publicKey, data: parts.info.encoded, value: parts.value });
    return answer.is === 'right' ? request : null;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

const readInfo = ({ content }: Element): CertificationRequest =>
  complete(new DerReader(content), (reader) => {
    if (readSmallInteger(reader) !== 0) throw new Malformed('version of a request');
    const subject = reader.expect(TAG.sequence);
    const publicKey = readPublicKey(reader.expect(TAG.sequence));
    const attributes = reader.optionalInside(context(0));
    return { subject: subject.encoded, names: namesIn(subject), publicKey, ...(attributes === null ? { email: null, storage: null } : requested(attributes)) };
  });

function namesIn({ content }: Element): Map<string, string> {
  const names = new Map<string, string>();
  for (const relative of new DerReader(content).rest()) {
    complete(new DerReader(relative.content).inside(TAG.sequence), (attribute) => {
      const type = readOid(attribute);
      names.set(type, textOf(attribute.element()) ?? '');
    });
  }
  return names;
}

function requested(attributes: DerReader): { email: string | null; storage: string | null } {
  const found: { email: string | null; storage: string | null } = { email: null, storage: null };
  while (!attributes.atEnd) {
    const attribute = attributes.inside(TAG.sequence);
    if (readOid(attribute) !== EXTENSION_REQUEST) continue;
    const extensions = attribute.inside(TAG.set).inside(TAG.sequence);
    while (!extensions.atEnd) {
      const extension = extensions.inside(TAG.sequence);
      const type = readOid(extension);
      extension.optional(TAG.boolean);
      const value = new DerReader(extension.expect(TAG.octetString).content);
      if (type === EXTENSION.keyStorage) found.storage = readOid(value.inside(TAG.sequence));
      if (type === EXTENSION.subjectAlternativeName) {
        const mail = value.inside(TAG.sequence).rest().find(({ tag }) => tag === RFC822_NAME);
        found.email = mail === undefined ? null : new TextDecoder().decode(mail.content);
      }
    }
  }
  return found;
}
