/** Why a text is no XML document, in the words portals know from the Java side. */
import { Malformed } from '../../../trust/asn1/index.ts';
import { readXml } from '../../../trust/xml/index.ts';

const PREFIX = 'org.xml.sax.SAXParseException; ';
const UNENDED = 'element without an end';

/** Null for a document that can be signed. */
export function xmlFault(bytes: Uint8Array): string | null {
  try {
    readXml(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return error.message === UNENDED ? `${PREFIX}${endOf(bytes)}XML document structures must start and end within the same entity.` : `${PREFIX}${error.message}`;
  }
}

/** Line and column behind the last letter, where an unfinished document stops. */
function endOf(bytes: Uint8Array): string {
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
  return `lineNumber: ${lines.length}; columnNumber: ${lines.at(-1)!.length + 1}; `;
}
