/** Opens a PKCS#12 file (RFC 7292): the private key and the certificates that lie in it, of the NCA and of modern makers. */
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { KeyFileRefusal } from '../../../ports/keys/key-custodian.ts';
import { readAlgorithm } from '../../trust/algorithms/index.ts';
import { type Bytes, complete, context, contextPrimitive, definiteThroughout, DerReader, Malformed, readOid, readOnly, readSmallInteger, TAG } from '../../trust/asn1/index.ts';
import { checkMac } from './integrity.ts';
import type { Password } from './key-derivation.ts';
import { CONTENT } from './object-identifiers.ts';
import { decryptUnderPassword } from './password-encryption.ts';
import { type BagContents, noBags, readSafeContents } from './read-bags.ts';
import { createWorkBudget, PKCS12_LIMITS, TooCostly, type WorkBudget } from './work-budget.ts';

export interface KeyFileContents {
  /** PKCS#8 PrivateKeyInfo; whoever took it wipes it. */
  privateKey: Bytes;
  certificates: readonly Uint8Array[];
}

/** Octets of the key are wiped where it is refused; the numbers and strings made of them on the way are left to the collector. */
export async function readKeyFile(keyFile: Uint8Array, password: string): Promise<Result<KeyFileContents, KeyFileRefusal>> {
  const opened = await openPkcs12(keyFile, password);
  if (!opened.ok) return opened;
  const { keys, certificates, unsupported } = opened.value;
  const [privateKey, ...others] = keys;
  wipe(others);
  if (privateKey !== undefined && certificates.length > 0) return success({ privateKey, certificates });
  wipe(keys);
  return failure(unsupported ? 'key-unsupported' : 'key-file-unreadable');
}

/** Whatever lies in the file; whoever takes the keys wipes them. */
export async function openPkcs12(keyFile: Uint8Array, password: string): Promise<Result<BagContents, KeyFileRefusal>> {
  if (keyFile.length > PKCS12_LIMITS.fileBytes) return failure('key-file-unreadable');
  const refused = await openWith(keyFile, password);
  return password === '' && !refused.ok && refused.failure === 'password-wrong' ? openWith(keyFile, null) : refused;
}

async function openWith(keyFile: Uint8Array, password: Password): Promise<Result<BagContents, KeyFileRefusal>> {
  const found = noBags();
  try {
    const refused = await readContainer(definiteThroughout(new Uint8Array(keyFile)), password, found);
    if (refused === null) return success(found);
    wipe(found.keys);
    return failure(refused);
  } catch (error) {
    wipe(found.keys);
    if (error instanceof Malformed || error instanceof TooCostly) return failure('key-file-unreadable');
    throw error;
  }
}

const wipe = (keys: readonly Bytes[]): void => keys.forEach((key) => key.fill(0));

/** PFX ::= SEQUENCE { version 3, authSafe ContentInfo, macData OPTIONAL }. @throws {Malformed} @throws {TooCostly} */
async function readContainer(pfx: Bytes, password: Password, found: BagContents): Promise<KeyFileRefusal | null> {
  const { authSafe, macData } = complete(readOnly(pfx, TAG.sequence), (reader) => {
    if (readSmallInteger(reader) !== 3) throw new Malformed('version of a key file');
    const content = complete(reader.inside(TAG.sequence), (info) => {
      // Signed containers (public-key integrity) are made by nobody we know.
      if (readOid(info) !== CONTENT.data) throw new Malformed('kind of a key file');
      return complete(info.inside(context(0)), (field) => field.expect(TAG.octetString).content);
    });
    return { authSafe: content, macData: reader.optional(TAG.sequence)?.content ?? null };
  });
  // Without a MAC every password would be the right one for a key that lies there open.
  if (macData === null) return 'key-file-unreadable';
  const budget = createWorkBudget();
  const mac = await checkMac(macData, authSafe, password, budget);
  if (mac !== 'right') return mac === 'wrong' ? 'password-wrong' : 'key-unsupported';
  await readContents(authSafe, password, budget, found);
  return null;
}

async function readContents(authSafe: Bytes, password: Password, budget: WorkBudget, found: BagContents): Promise<void> {
  const contents = readOnly(definiteThroughout(authSafe), TAG.sequence).rest();
  if (contents.length > PKCS12_LIMITS.contents) throw new TooCostly('contents');
  for (const content of contents) {
    if (content.tag !== TAG.sequence) throw new Malformed('content of a key file');
    const safe = await openContent(new DerReader(content.content), password, budget);
    if (safe === 'unsupported') found.unsupported = true;
    else await readSafeContents(definiteThroughout(safe), password, budget, found);
  }
}

/** @throws {Malformed} also for contents under a public key, which no key file of a person is. */
async function openContent(info: DerReader, password: Password, budget: WorkBudget): Promise<Bytes | 'unsupported'> {
  const type = readOid(info);
  const content = complete(info.inside(context(0)), (field) => field.element());
  info.end();
  if (type === CONTENT.data && content.tag === TAG.octetString) return content.content;
  if (type !== CONTENT.encryptedData || content.tag !== TAG.sequence) throw new Malformed('content of a key file');
  const { algorithm, ciphertext } = complete(new DerReader(content.content), (reader) => {
    readSmallInteger(reader);
    return complete(reader.inside(TAG.sequence), (inner) => {
      if (readOid(inner) !== CONTENT.data) throw new Malformed('encrypted content');
      return { algorithm: readAlgorithm(inner.expect(TAG.sequence)), ciphertext: encryptedOctets(inner) };
    });
  });
  const plain = await decryptUnderPassword(algorithm, password, ciphertext, budget);
  if (plain === null) throw new Malformed('encrypted content');
  return plain;
}

/** [0] IMPLICIT OCTET STRING, in one piece or, from makers that stream, in several. */
function encryptedOctets(reader: DerReader): Bytes {
  if (reader.next() === contextPrimitive(0)) return reader.element().content;
  const pieces = complete(reader.inside(context(0)), (field) => {
    const read: Bytes[] = [];
    while (!field.atEnd) read.push(field.expect(TAG.octetString).content);
    return read;
  });
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
  return whole;
}
