/** Which form a signed file has, told by its first octets and never by its name. */

export type Container = 'cms' | 'xml' | 'zip' | 'pdf';

const startsWith = (file: Uint8Array, text: string): boolean =>
  file.length >= text.length && [...text].every((character, index) => file[index] === character.charCodeAt(0));

/** A first entry, or the end of an archive without any. */
const isZip = (file: Uint8Array): boolean => startsWith(file, 'PK\u0003\u0004') || startsWith(file, 'PK\u0005\u0006');

/** A mark of byte order and white space may come before the first markup. */
function isXml(file: Uint8Array): boolean {
  let place = startsWith(file, '\u00EF\u00BB\u00BF') ? 3 : 0;
  while (file[place] === 0x20 || file[place] === 0x09 || file[place] === 0x0a || file[place] === 0x0d) place += 1;
  return file[place] === 0x3c;
}

/** Whatever is nothing else is taken for CMS: DER, BER and PEM have no other mark in common. */
export function recogniseContainer(file: Uint8Array): Container {
  if (startsWith(file, '%PDF-')) return 'pdf';
  if (isZip(file)) return 'zip';
  return isXml(file) ? 'xml' : 'cms';
}
