/** Entrance of the XML room for other domains: strict reading, canonical forms, and the names of XML signatures. */
export { digestUriOf, signatureUriOf } from './algorithm-uris.ts';
export { type CanonicalForm, canonicalize } from './canonicalize.ts';
export { DSIG, ENVELOPED, EXCLUSIVE_C14N, INCLUSIVE_C14N, SOAP_11, SOAP_12, BASE64_BINARY, WSSE, WSU, X509_V3 } from './names.ts';
export { readXml, readXmlText } from './read-xml.ts';
export { fixedWidthOfDer } from './signature-value.ts';
export { attributeOf, childElements, elementsOf, isWithin, onlyChild, type XmlDocument, type XmlElement } from './xml-tree.ts';
