/** XML namespaces of the ШЭП channel. */

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SYNC_CHANNEL_TYPES = 'http://bip.bee.kz/SyncChannel/v10/Types';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
export const XS = 'http://www.w3.org/2001/XMLSchema';
export const KDP = 'http://service.2fa-chain.kz/ns/kdp';
export const GBDFL = 'http://gbdfl.gbd.bee.kz/universal/token';
