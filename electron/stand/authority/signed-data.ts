/** SignedData with one signer (RFC 5652 5), the way the NCA's own library writes it: signer's certificate inside, chain not. */
import { type Asn1, der, embedded, explicit, int, nothing, octets, oid, seq, set, setOf, time } from './asn1.ts';
import { type IssuedCertificate, rsaSha256, sha256, signWith } from './certificate.ts';
import { ALGORITHM, CMS } from './oids.ts';

export interface SignedDataInput {
  signer: IssuedCertificate;
  contentType: string;
  /** What is put inside. */
  content: Uint8Array;
  /** What is signed; differs from `content` only to make a broken signature. */
  signedContent?: Uint8Array;
  signingTime: Date;
  /** Gets the signature value and may alter it or give unsigned attributes over it. */
  finish?: (signature: Uint8Array) => Promise<{ signature: Uint8Array; unsignedAttributes: Asn1[] }>;
}

export const attribute = (type: string, value: Asn1): Asn1 => seq(oid(type), set(value));
const sha256Algorithm = (): Asn1 => seq(oid(ALGORITHM.sha256), nothing());

/** RFC 5035: ESSCertIDv2 with its default SHA-256, in a list of one. */
const signingCertificate = (certificate: IssuedCertificate): Asn1 =>
  attribute(CMS.signingCertificateV2, seq(seq(seq(octets(sha256(certificate.der))))));

export async function signData(input: SignedDataInput): Promise<Uint8Array> {
  const { signer } = input;
  const signedAttributes = [
    attribute(CMS.contentType, oid(input.contentType)),
    attribute(CMS.signingTime, time(input.signingTime)),
    attribute(CMS.messageDigest, octets(sha256(input.signedContent ?? input.content))),
    signingCertificate(signer),
  ];
  const attributes = setOf(...signedAttributes);
  const signature = signWith(signer.key, der(attributes));
  const finished = (await input.finish?.(signature)) ?? { signature, unsignedAttributes: [] };
  const signerInfo = seq(
    int(1),
    seq(embedded(signer.issuer), int(signer.serial)),
    sha256Algorithm(),
    explicit(0, ...sorted(attributes)),
    rsaSha256(),
    octets(finished.signature),
    ...(finished.unsignedAttributes.length > 0 ? [explicit(1, ...finished.unsignedAttributes)] : []),
  );
  const signedData = seq(
    // Version 3 when the content is anything but plain data (RFC 5652 5.1).
    int(input.contentType === CMS.data ? 1 : 3),
    set(sha256Algorithm()),
    seq(oid(input.contentType), explicit(0, octets(input.content))),
    explicit(0, embedded(signer.der)),
    set(signerInfo),
  );
  return der(seq(oid(CMS.signedData), explicit(0, signedData)));
}

const sorted = (attributes: Asn1): Asn1[] => (attributes as Asn1 & { valueBlock: { value: Asn1[] } }).valueBlock.value;
