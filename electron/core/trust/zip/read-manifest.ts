/** NCAManifest.xml of the NCA's signed archives: which files were signed, by which digest, and where the signatures lie. */
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { fromBase64 } from '../xml/base64.ts';
import { childrenOnly, onlyText, requireName } from '../xml/read-signature.ts';
import { readXml } from '../xml/syntax/read-xml.ts';
import { attributeOf, type XmlElement } from '../xml/syntax/xml-tree.ts';

export interface ListedFile {
  name: string;
  digestMethod: string;
  digest: Bytes;
}

export interface Manifest {
  /** Names of the signatures over the manifest. */
  signatures: string[];
  files: ListedFile[];
}

/** @throws {Malformed} */
export function readManifest(encoded: Bytes): Manifest {
  const { root } = readXml(encoded);
  requireName(root, 'NCAManifest', '');
  const signatures: string[] = [];
  const files: ListedFile[] = [];
  for (const child of childrenOnly(root)) {
    if (child.localName === 'SigReference') {
      requireName(child, 'SigReference', '');
      signatures.push(nameIn(child));
    } else files.push(readFile(child));
  }
  const names = [...signatures, ...files.map(({ name }) => name)];
  if (new Set(names).size < names.length) throw new Malformed('file listed twice');
  return { signatures, files };
}

function readFile(element: XmlElement): ListedFile {
  requireName(element, 'DataObjectReference', '');
  const [method, value, ...more] = childrenOnly(element);
  if (method === undefined || value === undefined || more.length > 0) throw new Malformed('listed file');
  requireName(method, 'DigestMethod', '');
  requireName(value, 'DigestValue', '');
  return { name: nameIn(element), digestMethod: attributeOf(method, 'Algorithm') ?? '', digest: fromBase64(onlyText(value)) };
}

function nameIn(element: XmlElement): string {
  const name = attributeOf(element, 'URI');
  if (name === null || name === '') throw new Malformed('listed file without a name');
  return name;
}
