/** Namespaces and algorithm names of XML signatures, XAdES and WS-Security. */

export const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
/** ETSI EN 319 132-1 A.1, and the schema that adds archive time-stamps to it. */
export const XADES = 'http://uri.etsi.org/01903/v1.3.2#';
export const XADES_141 = 'http://uri.etsi.org/01903/v1.4.1#';
export const SIGNED_PROPERTIES_TYPE = 'http://uri.etsi.org/01903#SignedProperties';

export const ENVELOPED = `${DSIG}enveloped-signature`;
export const INCLUSIVE_C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
export const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';

export const SOAP_11 = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';
const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
export const WSSE = `${OASIS}-wssecurity-secext-1.0.xsd`;
export const WSU = `${OASIS}-wssecurity-utility-1.0.xsd`;
export const X509_V3 = `${OASIS}-x509-token-profile-1.0#X509v3`;
export const BASE64_BINARY = `${OASIS}-soap-message-security-1.0#Base64Binary`;
