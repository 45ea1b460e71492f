/** Certificates that KeyInfo carries or points to. All of it is unsigned: a hint whose key still has to fit the signature. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { orNull } from '../malformed.ts';
import { LIMITS } from '../limits.ts';
import { type Certificate, readCertificate } from '../x509/certificate.ts';
import { fromBase64 } from './base64.ts';
import { DSIG, WSSE, X509_V3 } from './names.ts';
import type { Identified } from './signed-part.ts';
import { attributeOf, childElements, textOf, type XmlElement } from './syntax/xml-tree.ts';

export interface KeyHints {
  certificates: Certificate[];
  /** Serial numbers of certificates that are not there, in the form of Certificate.serialHex. */
  serials: string[];
}

const isOf = (element: XmlElement, namespace: string, localName: string): boolean =>
  element.namespace === namespace && element.localName === localName;

export function keyHintsOf(keyInfo: XmlElement | null, identified: Identified): KeyHints {
  const texts: string[] = [];
  const serials: string[] = [];
  for (const child of keyInfo === null ? [] : childElements(keyInfo)) {
    if (isOf(child, DSIG, 'X509Data')) readX509Data(child, texts, serials);
    if (isOf(child, WSSE, 'SecurityTokenReference')) readTokenReference(child, identified, texts, serials);
  }
  return { certificates: texts.slice(0, LIMITS.embeddedCertificates).flatMap(certificateIn), serials };
}

function readX509Data(data: XmlElement, texts: string[], serials: string[]): void {
  for (const child of childElements(data)) {
    if (isOf(child, DSIG, 'X509Certificate')) texts.push(textOf(child));
    if (isOf(child, DSIG, 'X509IssuerSerial')) serials.push(...childElements(child, 'X509SerialNumber').flatMap(serialHexOf));
  }
}

/** WS-Security X.509 Token Profile 1.1, 3.2: the token beside the signature, inside the reference, or named by issuer and serial. */
function readTokenReference(reference: XmlElement, identified: Identified, texts: string[], serials: string[]): void {
  for (const child of childElements(reference)) {
    const isX509 = attributeOf(child, 'ValueType') === X509_V3;
    if (isOf(child, WSSE, 'KeyIdentifier') && isX509) texts.push(textOf(child));
    if (isOf(child, WSSE, 'Reference')) {
      const token = identified.get((attributeOf(child, 'URI') ?? '').replace(/^#/, ''));
      if (token && isOf(token, WSSE, 'BinarySecurityToken') && attributeOf(token, 'ValueType') === X509_V3) texts.push(textOf(token));
    }
    if (isOf(child, DSIG, 'X509Data')) readX509Data(child, texts, serials);
  }
}

/** What is no certificate helps nobody and harms nobody. */
const certificateIn = (text: string): Certificate[] => {
  const certificate = orNull(() => readCertificate(fromBase64(text)));
  return certificate === null ? [] : [certificate];
};

/** Decimal, as XML has it, in the form of Certificate.serialHex; nothing for what is no number. */
export function serialHexOf(element: XmlElement): string[] {
  const decimal = textOf(element).trim();
  if (!/^\d{1,60}$/.test(decimal)) return [];
  const hex = BigInt(decimal).toString(16);
  const octets = hex.length % 2 === 0 ? hex : `0${hex}`;
  return [/^[89a-f]/.test(octets) ? `00${octets}` : octets];
}

/** The certificates whose key may have made the signature: those in it, then those we know by the serial it names. */
export function candidatesOf({ certificates, serials }: KeyHints, known: readonly Certificate[]): Certificate[] {
  const named = known.filter(({ serialHex }) => serials.includes(serialHex));
  const seen = new Set<string>();
  return [...certificates, ...named]
    .filter(({ encoded }) => {
      const text = bytesToHex(encoded);
      return !seen.has(text) && seen.add(text);
    })
    .slice(0, LIMITS.xmlKeyCandidates);
}
