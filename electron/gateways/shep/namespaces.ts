/** XML namespaces and algorithm names of the ШЭП channel. */

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SYNC_CHANNEL_TYPES = 'http://bip.bee.kz/SyncChannel/v10/Types';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
export const XS = 'http://www.w3.org/2001/XMLSchema';
export const KDP = 'http://service.2fa-chain.kz/ns/kdp';
export const GBDFL = 'http://gbdfl.gbd.bee.kz/universal/token';

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
export const WSSE = `${OASIS}-wssecurity-secext-1.0.xsd`;
export const WSU = `${OASIS}-wssecurity-utility-1.0.xsd`;
export const X509_V3 = `${OASIS}-x509-token-profile-1.0#X509v3`;
export const BASE64_BINARY = `${OASIS}-soap-message-security-1.0#Base64Binary`;

export const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
export const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
