/** PKCS#10 (RFC 2986) as the NCA wants it: subject of its profile, e-mail and key storage in extensionRequest (research: its own issuance tests). */
import type { KeyOwner } from '../../../../shared/domain/keys/key-view.ts';
import { type Bytes, bits, encode, explicit, nothing, numberElement, objectIdentifier, octets, sequence, setOf, TAG } from '../../trust/asn1/index.ts';
import type { SignatureScheme } from '../keys/signature-schemes.ts';

const NAME = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  organisationalUnit: '2.5.4.11',
  givenName: '2.5.4.42',
} as const;

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
/** Where the key is kept (arc of the NCA), and its value for a key file. */
const KEY_STORAGE = '1.2.398.3.3.5';
const STORED_IN_FILE = '1.2.398.3.3.5.1.1';
const RFC822_NAME = 0x81;

const text = (value: string): Bytes => new TextEncoder().encode(value);

/** C is a PrintableString, everything else UTF8String, as in the NCA's certificates; the patronymic stands in GIVENNAME. */
function subjectOf(owner: KeyOwner): Bytes {
  const upper = (value: string): string => value.toLocaleUpperCase('kk');
  const fields: [string, string][] = [
    [NAME.commonName, upper(`${owner.surname} ${owner.name}`)],
    [NAME.surname, upper(owner.surname)],
    [NAME.serialNumber, `IIN${owner.iin}`],
    [NAME.country, 'KZ'],
  ];
  if (owner.organisation !== '') fields.push([NAME.organisation, owner.organisation]);
  if (owner.bin !== '') fields.push([NAME.organisationalUnit, `BIN${owner.bin}`]);
  if (owner.patronymic !== '') fields.push([NAME.givenName, upper(owner.patronymic)]);
  const element = (type: string, value: string): Bytes => encode(type === NAME.country ? TAG.printableString : TAG.utf8String, text(value));
  return sequence(...fields.map(([type, value]) => setOf(sequence(objectIdentifier(type), element(type, value)))));
}

/**
 * CertificationRequestInfo: the part that is signed.
 * @param publicKey DER SubjectPublicKeyInfo
 * @param storage the NCA's names for tokens are not public: of a key on one nothing is said
 */
export function requestInfo(owner: KeyOwner, publicKey: Bytes, storage: 'file' | 'token' = 'file'): Bytes {
  const extensions = storage === 'file' ? [extension(KEY_STORAGE, sequence(objectIdentifier(STORED_IN_FILE)))] : [];
  if (owner.email !== '') extensions.unshift(extension(SUBJECT_ALTERNATIVE_NAME, sequence(encode(RFC822_NAME, text(owner.email)))));
  const attributes = extensions.length === 0 ? [] : [sequence(objectIdentifier(EXTENSION_REQUEST), setOf(sequence(...extensions)))];
  return sequence(numberElement(0), subjectOf(owner), publicKey, explicit(0, ...attributes));
}

const extension = (id: string, value: Bytes): Bytes => sequence(objectIdentifier(id), octets(value));

/** @param signature over `info` by the key that is asked for */
export const signedRequest = (info: Bytes, scheme: SignatureScheme, signature: Bytes): Bytes =>
  sequence(info, sequence(objectIdentifier(scheme.signatureOid), ...(scheme.parameters === 'null' ? [nothing] : [])), bits(signature));
