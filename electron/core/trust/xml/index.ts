/** Entrance of the XML room for other domains: strict XML in, canonical octets out, the names of algorithms, and signed envelopes. */
export { digestUriOf, signatureUriOf } from './algorithm-uris.ts';
export { type CanonicalForm, canonicalize } from './canonicalize.ts';
export {
  BASE64_BINARY,
  DSIG,
  ENVELOPED,
  EXCLUSIVE_C14N,
  INCLUSIVE_C14N,
  SOAP_11,
  SOAP_12,
  WSSE,
  WSU,
  X509_V3,
} from './names.ts';
export { readXml, readXmlText } from './syntax/read-xml.ts';
export { isEnvelope, isTimely, type MessageTimes, openEnvelope } from './wsse/open-envelope.ts';
export { attributeOf, childElements, childText, elementsOf, isWithin, onlyChild, textOf, type XmlDocument, type XmlElement } from './syntax/xml-tree.ts';
