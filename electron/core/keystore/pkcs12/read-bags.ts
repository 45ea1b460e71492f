/** Keys and certificates out of SafeContents (RFC 7292 section 4.2); bags of other kinds are passed over. */
import { readAlgorithm } from '../../trust/algorithms/index.ts';
import { type Bytes, complete, context, Malformed, readOid, readOnly, TAG } from '../../trust/asn1/index.ts';
import { BAG, X509_CERTIFICATE } from './object-identifiers.ts';
import type { Password } from './key-derivation.ts';
import { decryptUnderPassword } from './password-encryption.ts';
import { PKCS12_LIMITS, TooCostly, type WorkBudget } from './work-budget.ts';

export interface BagContents {
  /** PKCS#8 PrivateKeyInfo in DER, each in octets of its own. */
  keys: Bytes[];
  certificates: Bytes[];
  /** A key lay under something outside our tables. */
  unsupported: boolean;
  bags: number;
}

export const noBags = (): BagContents => ({ keys: [], certificates: [], unsupported: false, bags: 0 });

/** Adds what is inside to `found`. @throws {Malformed} @throws {TooCostly} */
export async function readSafeContents(encoded: Bytes, password: Password, budget: WorkBudget, found: BagContents, depth = 0): Promise<void> {
  if (depth > PKCS12_LIMITS.nesting) throw new TooCostly('nested bags');
  const list = readOnly(encoded, TAG.sequence);
  while (!list.atEnd) {
    found.bags += 1;
    if (found.bags > PKCS12_LIMITS.bags) throw new TooCostly('bags');
    const { type, value } = complete(list.inside(TAG.sequence), (bag) => {
      const read = { type: readOid(bag), value: complete(bag.inside(context(0)), (content) => content.element().encoded) };
      // Names of the owner's choice decide nothing.
      bag.optional(TAG.set);
      return read;
    });
    if (type === BAG.safeContents) await readSafeContents(value, password, budget, found, depth + 1);
    else if (type === BAG.certificate) found.certificates.push(...certificateIn(value));
    else if (type === BAG.key) found.keys.push(value.slice());
    else if (type === BAG.shroudedKey) {
      const privateKey = await unshroud(value, password, budget);
      if (privateKey === 'unsupported') found.unsupported = true;
      else found.keys.push(privateKey);
    }
  }
}

/** EncryptedPrivateKeyInfo (RFC 5208 section 6). The MAC was right, so what does not open is damaged. @throws {Malformed} @throws {TooCostly} */
export async function unshroud(encoded: Bytes, password: Password, budget: WorkBudget): Promise<Bytes | 'unsupported'> {
  const { algorithm, ciphertext } = complete(readOnly(encoded, TAG.sequence), (reader) => ({
    algorithm: readAlgorithm(reader.expect(TAG.sequence)),
    ciphertext: reader.expect(TAG.octetString).content,
  }));
  const plain = await decryptUnderPassword(algorithm, password, ciphertext, budget);
  if (plain === null) throw new Malformed('encrypted private key');
  return plain;
}

const certificateIn = (value: Bytes): Bytes[] =>
  complete(readOnly(value, TAG.sequence), (reader) => {
    const isX509 = readOid(reader) === X509_CERTIFICATE;
    const content = complete(reader.inside(context(0)), (field) => field.element());
    return isX509 && content.tag === TAG.octetString ? [content.content] : [];
  });
