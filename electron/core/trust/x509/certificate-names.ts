/** Everything a certificate calls its subject, and whether a name is among it. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { EXTENSION } from '../oids.ts';
import type { Certificate } from './certificate.ts';
import { type GeneralName, readAlternativeNames } from './general-names.ts';
import { attributeTexts } from './names.ts';

const EMAIL_ADDRESS = '1.2.840.113549.1.9.1';

/** Asked for again with every path the certificate is on. */
const known = new WeakMap<Certificate, readonly GeneralName[]>();

/** Subject, its e-mail addresses (older certificates have them only there) and the alternative names. @throws {Malformed} */
export function namesOf(certificate: Certificate): readonly GeneralName[] {
  const before = known.get(certificate);
  if (before !== undefined) return before;
  const { subject, extensions } = certificate;
  const alternative = extensions.get(EXTENSION.subjectAltName);
  const names: GeneralName[] = [
    ...(subject.relativeNames.length === 0 ? [] : [{ form: 'directoryName', name: subject } as const]),
    ...attributeTexts(subject, EMAIL_ADDRESS).map((text) => ({ form: 'rfc822Name', text }) as const),
    ...(alternative === undefined ? [] : readAlternativeNames(alternative.value)),
  ];
  known.set(certificate, names);
  return names;
}

/** @throws {Malformed} */
export const isNamed = (certificate: Certificate, name: GeneralName): boolean => namesOf(certificate).some((each) => isSame(each, name));

/** Of forms without a text only the kind is read, so that no two of them are known to be the same. */
function isSame(a: GeneralName, b: GeneralName): boolean {
  if (a.form === 'directoryName') return b.form === a.form && a.name.canonical === b.name.canonical;
  if ('text' in a) return b.form === a.form && 'text' in b && a.text === b.text;
  return 'octets' in a && 'octets' in b && bytesEqual(a.octets, b.octets);
}
