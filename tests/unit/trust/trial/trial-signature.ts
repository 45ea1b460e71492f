/** CMS signatures and time-stamp tokens made by the tests, each part of which may be wrong. */
import {
  type Asn1,
  der,
  embedded,
  explicit,
  generalizedTime,
  int,
  nothing,
  octets,
  oid,
  seq,
  set,
  setOf,
} from '../../../../electron/stand/authority/asn1.ts';
import { type IssuedCertificate, rsaSha256, sha256, signWith } from '../../../../electron/stand/authority/certificate.ts';
import { attribute } from '../../../../electron/stand/authority/signed-data.ts';
import { NOW } from './trial-authority.ts';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  signingTime: '1.2.840.113549.1.9.5',
  messageDigest: '1.2.840.113549.1.9.4',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

export const contentTypeAttribute = (type: string): Asn1 => attribute(OID.contentType, oid(type));
export const digestAttribute = (content: Uint8Array): Asn1 => attribute(OID.messageDigest, octets(sha256(content)));
export const essAttribute = (certificate: IssuedCertificate): Asn1 =>
  attribute(OID.signingCertificateV2, seq(seq(seq(octets(sha256(certificate.der))))));

export interface SignerTrial {
  signer: IssuedCertificate;
  /** Named as signer instead of the one whose key signs. */
  named?: IssuedCertificate;
  attributes?: Asn1[] | null;
  digestAlgorithm?: string;
  /** NULL where left out. */
  digestParameters?: Asn1;
  signatureAlgorithm?: Asn1;
  /** Of a key that is not RSA; left out, the signer's own signs with SHA-256. */
  sign?: (data: Uint8Array) => Uint8Array;
  /** Tokens over the signature value. */
  stamp?: (value: Uint8Array) => Uint8Array[];
  /** Further unsigned attributes. */
  unsigned?: Asn1[];
  damage?: 'signature' | 'empty';
}

export interface SignatureTrial {
  contentType?: string;
  content: Uint8Array;
  detached?: boolean;
  signers: SignerTrial[];
  certificates?: IssuedCertificate[];
  /** RevocationInfoChoice each. */
  revocationInfo?: Asn1[];
}

function signerInfo(trial: SignerTrial, contentType: string, content: Uint8Array): Asn1 {
  const {
    signer,
    named = signer,
    attributes = [contentTypeAttribute(contentType), digestAttribute(content), essAttribute(signer)],
  } = trial;
  const encoded = attributes === null ? null : setOf(...attributes);
  const { sign = (data: Uint8Array) => signWith(signer.key, data) } = trial;
  let value = sign(encoded === null ? content : der(encoded));
  if (trial.damage === 'signature') value[7]! ^= 1;
  if (trial.damage === 'empty') value = new Uint8Array();
  const tokens = trial.stamp?.(value) ?? [];
  const stamps = tokens.length === 0 ? [] : [seq(oid(OID.timeStampToken), set(...tokens.map(embedded)))];
  const unsigned = [...stamps, ...(trial.unsigned ?? [])];
  return seq(
    int(1),
    seq(embedded(named.issuer), int(named.serial)),
    seq(oid(trial.digestAlgorithm ?? OID.sha256), trial.digestParameters ?? nothing()),
    ...(encoded === null ? [] : [explicit(0, ...(encoded as Asn1 & { valueBlock: { value: Asn1[] } }).valueBlock.value)]),
    trial.signatureAlgorithm ?? rsaSha256(),
    octets(value),
    ...(unsigned.length === 0 ? [] : [explicit(1, ...unsigned)]),
  );
}

export function signature({ contentType = OID.data, content, detached = false, signers, certificates, revocationInfo = [] }: SignatureTrial): Uint8Array {
  const inside = certificates ?? signers.map(({ signer }) => signer);
  return der(
    seq(
      oid(OID.signedData),
      explicit(
        0,
        seq(
          int(1),
          set(seq(oid(OID.sha256), nothing())),
          seq(oid(contentType), ...(detached ? [] : [explicit(0, octets(content))])),
          ...(inside.length === 0 ? [] : [explicit(0, ...inside.map((certificate) => embedded(certificate.der)))]),
          ...(revocationInfo.length === 0 ? [] : [explicit(1, ...revocationInfo)]),
          set(...signers.map((signer) => signerInfo(signer, contentType, content))),
        ),
      ),
    ),
  );
}

export interface TokenTrial {
  authority: IssuedCertificate;
  stamped: Uint8Array;
  genTime?: Date;
  hashAlgorithm?: string;
  /** Of the algorithm of the imprint; NULL where left out. */
  hashParameters?: Asn1;
  nonce?: Uint8Array;
  version?: number;
  contentType?: string;
  attributes?: Asn1[];
  /** Named as signer instead of the authority itself; null names nobody. */
  named?: IssuedCertificate | null;
  signers?: IssuedCertificate[];
  /** In the token, besides those of its signers. */
  certificates?: IssuedCertificate[];
  policy?: string;
  /** Fields of TSTInfo behind the nonce: what the authority calls itself, extensions. */
  behind?: Asn1[];
  /** Unsigned attributes of the token's own signer. */
  unsigned?: Asn1[];
}

export function token(trial: TokenTrial): Uint8Array {
  const {
    authority,
    stamped,
    genTime = NOW,
    hashAlgorithm = OID.sha256,
    hashParameters = nothing(),
    behind = [],
    nonce,
    version = 1,
    contentType = OID.tstInfo,
    signers = [authority],
    certificates = [],
    policy = '1.2.398.3.3.2.6.2',
    unsigned = [],
  } = trial;
  const info = der(
    seq(
      int(version),
      oid(policy),
      seq(seq(oid(hashAlgorithm), hashParameters), octets(sha256(stamped))),
      int(77),
      generalizedTime(genTime),
      ...(nonce === undefined ? [] : [int(nonce)]),
      ...behind,
    ),
  );
  const attributes = trial.attributes ?? [contentTypeAttribute(contentType), digestAttribute(info)];
  const withEss = (signer: IssuedCertificate): Asn1[] => {
    const { named = signer } = trial;
    return trial.attributes !== undefined || named === null ? attributes : [...attributes, essAttribute(named)];
  };
  return signature({ contentType, content: info, certificates: [...signers, ...certificates], signers: signers.map((signer) => ({ signer, attributes: withEss(signer), unsigned })) });
}
