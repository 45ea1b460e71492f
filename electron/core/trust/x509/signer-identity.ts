/** Who a certificate names, by attribute type and never by position: the NCA's order changed between generations. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import type { Certificate } from './certificate.ts';
import { attributeTexts, commonNameOf } from './names.ts';
import type { IdentificationChannel, SignerIdentity, SignerRole } from '../answer/signature-answer.ts';
import { digestOf } from '../algorithms/digest.ts';

const SUBJECT = { serialNumber: '2.5.4.5', organisation: '2.5.4.10', organisationalUnit: '2.5.4.11' } as const;

/** Role purposes of the NCA (1.2.398.3.3.4.1) and of the state bodies' centre (1.2.398.3.17.3, 1.2.398.3.2.3). */
const ROLES: readonly (readonly [RegExp, SignerRole])[] = [
  [/^1\.2\.398\.3\.3\.4\.1\.1$/, 'individual'],
  [/^1\.2\.398\.3\.3\.4\.1\.1\.1$/, 'information-system'],
  [/^1\.2\.398\.3\.3\.4\.1\.2$/, 'organisation'],
  [/^1\.2\.398\.3\.3\.4\.1\.2\.1$/, 'first-head'],
  [/^1\.2\.398\.3\.3\.4\.1\.2\.[23]$/, 'right-to-sign'],
  [/^1\.2\.398\.3\.3\.4\.1\.2\.[45]$/, 'employee'],
  [/^1\.2\.398\.3\.3\.4\.1\.2\.6$/, 'information-system'],
  [/^1\.2\.398\.3\.(?:17|2)\.3\.[1-7]$/, 'state-body'],
];

export const rolesOf = (certificate: Certificate): SignerRole[] => {
  const purposes = certificate.extendedKeyUsage ?? [];
  return [...new Set(ROLES.filter(([pattern]) => purposes.some((purpose) => pattern.test(purpose))).map(([, role]) => role))];
};

const CHANNELS: Readonly<Record<string, IdentificationChannel>> = {
  '1.2.398.3.3.4.3.1': 'in-person',
  '1.2.398.3.3.4.3.2': 'remote',
  '1.2.398.3.3.4.3.2.1': 'remote-digital-id',
};
/** The longer identifier says more. */
const MOST_TELLING: readonly IdentificationChannel[] = ['remote-digital-id', 'remote', 'in-person'];

function identificationOf({ extendedKeyUsage }: Certificate): IdentificationChannel | null {
  const named = new Set((extendedKeyUsage ?? []).map((purpose) => CHANNELS[purpose]));
  return MOST_TELLING.find((channel) => named.has(channel)) ?? null;
}

/** The number after its prefix; a certificate with two different ones names nobody. */
function numberIn(texts: string[], pattern: RegExp): string | null {
  const numbers = new Set(texts.map((text) => pattern.exec(text)?.[1]).filter((number) => number !== undefined));
  return numbers.size === 1 ? [...numbers][0]! : null;
}

export async function identityOf(certificate: Certificate): Promise<SignerIdentity> {
  const { subject } = certificate;
  return {
    commonName: commonNameOf(subject),
    organisation: attributeTexts(subject, SUBJECT.organisation)[0] ?? null,
    bin: numberIn(attributeTexts(subject, SUBJECT.organisationalUnit), /^BIN(\d{12})$/),
    iin: numberIn(attributeTexts(subject, SUBJECT.serialNumber), /^IIN(\d{12})$/),
    roles: rolesOf(certificate),
    identification: identificationOf(certificate),
    serialHex: certificate.serialHex,
    certificateHash: bytesToHex(await digestOf('SHA-256', certificate.encoded)),
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
  };
}
