/** Certificates and revocation evidence that a CAdES-LT signature carries (RFC 5652 10.2.1, RFC 5126 6.3.3 and 6.3.4): hints, each verified on its own. */
import { tryReadCertificate, type Certificate } from '../x509/certificate.ts';
import { type Bytes, context, DerReader, type Element, readOnly, TAG } from '../asn1/der.ts';
import { orNull } from '../malformed.ts';
import { encode } from '../asn1/der-writer.ts';
import { readOid } from '../asn1/der-values.ts';
import { LIMITS } from '../limits.ts';
import { CMS } from '../oids.ts';
import type { SignedData } from './read-signed-data.ts';
import type { SignerInfo } from './read-signer-info.ts';
import type { Proof } from '../revocation/revocation-status.ts';
import { hexToBytes } from '../../../../shared/util/bytes.ts';

export interface LongTermValues extends Proof {
  certificates: Certificate[];
}

/** id-pkix-ocsp-basic 1.3.6.1.5.5.7.48.1.1. */
const BASIC_RESPONSE_OID = hexToBytes('06092b0601050507300101');

/** Parts that cannot be read are left out: nothing rests on what is not there. */
export function longTermValues(data: SignedData, signer: SignerInfo): LongTermValues {
  const crls: Bytes[] = [];
  const ocsp: Bytes[] = [];
  for (const element of data.revocationInfo) {
    if (element.tag === TAG.sequence) crls.push(element.encoded);
    else if (element.tag === context(1)) ocsp.push(...tolerant(() => otherRevocationInfo(element)));
  }
  for (const value of valuesOf(signer, CMS.revocationValues)) {
    const listed = tolerant(() => revocationValues(value));
    crls.push(...listed.flatMap((each) => each.crls));
    ocsp.push(...listed.flatMap((each) => each.ocsp));
  }
  const certificates = valuesOf(signer, CMS.certificateValues).flatMap((value) => tolerant(() => new DerReader(value.content).rest()));
  return {
    certificates: certificates.slice(0, LIMITS.embeddedCertificates).flatMap(({ encoded }) => tryReadCertificate(encoded) ?? []),
    crls: crls.slice(0, LIMITS.embeddedRevocations),
    ocsp: ocsp.slice(0, LIMITS.embeddedRevocations),
  };
}

export const mergedValues = (first: LongTermValues, second: LongTermValues | undefined): LongTermValues =>
  second === undefined
    ? first
    : {
        certificates: [...first.certificates, ...second.certificates],
        crls: [...first.crls, ...second.crls],
        ocsp: [...first.ocsp, ...second.ocsp],
      };

const valuesOf = (signer: SignerInfo, type: string): Element[] =>
  signer.unsignedAttributes.filter((attribute) => attribute.type === type).flatMap(({ values }) => values);

const tolerant = <Value>(read: () => Value[]): Value[] => orNull(read) ?? [];

/** OtherRevocationInfoFormat with a whole OCSPResponse (RFC 5940 2.1). */
function otherRevocationInfo({ content }: Element): Bytes[] {
  const reader = new DerReader(content);
  return readOid(reader) === CMS.ocspResponseInfo ? [reader.expect(TAG.sequence).encoded] : [];
}

/** RevocationValues: lists [0], basic OCSP responses [1]. */
function revocationValues({ encoded }: Element): { crls: Bytes[]; ocsp: Bytes[] }[] {
  const reader = readOnly(encoded, TAG.sequence);
  const crls = reader.optionalInside(context(0))?.inside(TAG.sequence).rest() ?? [];
  const basics = reader.optionalInside(context(1))?.inside(TAG.sequence).rest() ?? [];
  return [{ crls: crls.map((each) => each.encoded), ocsp: basics.map((each) => asResponse(each.encoded)) }];
}

const asResponse = (basic: Bytes): Bytes =>
  encode(
    TAG.sequence,
    encode(TAG.enumerated, Uint8Array.of(0)),
    encode(context(0), encode(TAG.sequence, BASIC_RESPONSE_OID, encode(TAG.octetString, basic))),
  );
