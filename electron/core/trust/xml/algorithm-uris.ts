/** The algorithms of XML signatures by the names the NCA, RFC 9231 and the recommendations give them: a closed table onto the one of CMS. */
import type { AlgorithmIdentifier } from '../algorithms/algorithms.ts';
import type { Bytes } from '../asn1/der.ts';
import { context, TAG } from '../asn1/der.ts';
import { objectIdentifier } from '../asn1/der-elements.ts';
import { encode } from '../asn1/der-writer.ts';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const MORE_2007 = 'http://www.w3.org/2007/05/xmldsig-more#';
const ENC = 'http://www.w3.org/2001/04/xmlenc#';
/** Mapping of the NCA (pkigovkz/xmldsig) for the algorithms of 2015. */
const NCA = 'urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:';

const OID = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  mgf1: '1.2.840.113549.1.1.8',
  pss: '1.2.840.113549.1.1.10',
} as const;

/** Digest URI to object identifier; whether a digest still counts is judged where it is used. */
const DIGESTS: Readonly<Record<string, string>> = {
  [`${ENC}sha256`]: OID.sha256,
  [`${MORE}sha384`]: OID.sha384,
  [`${ENC}sha512`]: OID.sha512,
  [`${NCA}gostr34112015-512`]: '1.2.398.3.10.1.3.3',
  [`${NCA}gostr34112015-256`]: '1.2.398.3.10.1.3.2',
  [`${MORE}gost34311`]: '1.2.398.3.10.1.3.1',
  [`${DSIG}sha1`]: OID.sha1,
  // The RSA certificates before 2016 were used under this name, which no recommendation has.
  [`${MORE}sha1`]: OID.sha1,
};

type ValueForm =
  /** As CMS carries it. */
  | 'same'
  /** r ‖ s of the width of the curve (RFC 4050 3.3, XMLDSig 1.1 6.4.3), where CMS has DER. */
  | 'fixed-width';

interface SignatureUri {
  oid: string;
  parameters?: Bytes;
  value?: ValueForm;
}

/** Keyed hashes are not in it: whoever can check one can make one, and a public key would do for the secret. */
const SIGNATURES: Readonly<Record<string, SignatureUri>> = {
  [`${MORE}rsa-sha256`]: { oid: '1.2.840.113549.1.1.11' },
  [`${MORE}rsa-sha384`]: { oid: '1.2.840.113549.1.1.12' },
  [`${MORE}rsa-sha512`]: { oid: '1.2.840.113549.1.1.13' },
  [`${MORE_2007}sha256-rsa-MGF1`]: { oid: OID.pss, parameters: pssParameters(OID.sha256, 32) },
  [`${MORE_2007}sha384-rsa-MGF1`]: { oid: OID.pss, parameters: pssParameters(OID.sha384, 48) },
  [`${MORE_2007}sha512-rsa-MGF1`]: { oid: OID.pss, parameters: pssParameters(OID.sha512, 64) },
  [`${MORE}ecdsa-sha256`]: { oid: '1.2.840.10045.4.3.2', value: 'fixed-width' },
  [`${MORE}ecdsa-sha384`]: { oid: '1.2.840.10045.4.3.3', value: 'fixed-width' },
  [`${MORE}ecdsa-sha512`]: { oid: '1.2.840.10045.4.3.4', value: 'fixed-width' },
  'http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519': { oid: '1.3.101.112' },
  [`${NCA}gostr34102015-gostr34112015-512`]: { oid: '1.2.398.3.10.1.1.2.3.2' },
  [`${NCA}gostr34102015-gostr34112015-256`]: { oid: '1.2.398.3.10.1.1.2.3.1' },
  [`${MORE}gost34310-gost34311`]: { oid: '1.2.398.3.10.1.1.1.2' },
  [`${DSIG}rsa-sha1`]: { oid: '1.2.840.113549.1.1.5' },
  [`${MORE}rsa-sha1`]: { oid: '1.2.840.113549.1.1.5' },
};

/** RSASSA-PSS-params that RFC 9231 2.3.10 fixes for these names: the mask by the same hash, the salt as long as it. */
function pssParameters(hash: string, saltLength: number): Bytes {
  const algorithm = encode(TAG.sequence, objectIdentifier(hash));
  return encode(
    TAG.sequence,
    encode(context(0), algorithm),
    encode(context(1), encode(TAG.sequence, objectIdentifier(OID.mgf1), algorithm)),
    encode(context(2), encode(TAG.integer, Uint8Array.of(saltLength))),
  );
}

/** Object identifier of a digest; null for a name that is not in the table. */
export const digestOidOf = (uri: string): string | null => (Object.hasOwn(DIGESTS, uri) ? DIGESTS[uri]! : null);

export interface XmlSignatureAlgorithm {
  identifier: AlgorithmIdentifier;
  value: ValueForm;
}

/** Null for a name that is not in the table. */
export function signatureAlgorithmOf(uri: string): XmlSignatureAlgorithm | null {
  const row = Object.hasOwn(SIGNATURES, uri) ? SIGNATURES[uri]! : null;
  if (row === null) return null;
  const { oid, parameters = null, value = 'same' } = row;
  const encoded = encode(TAG.sequence, objectIdentifier(oid), ...(parameters === null ? [] : [parameters]));
  return { identifier: { oid, parameters, encoded }, value };
}

/** How a signature by this algorithm of CMS, and a digest by this one, are named in XML; null where there is no name. */
export const signatureUriOf = (oid: string): string | null => nameOf(SIGNATURES, (row) => row.oid === oid && row.parameters === undefined);
export const digestUriOf = (oid: string): string | null => nameOf(DIGESTS, (known) => known === oid);

const nameOf = <Row>(table: Readonly<Record<string, Row>>, matches: (row: Row) => boolean): string | null =>
  Object.entries(table).find(([, row]) => matches(row))?.[0] ?? null;
