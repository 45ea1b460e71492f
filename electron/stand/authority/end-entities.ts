/** Certificates of people, systems and services under the stand's issuing centre, with the NCA's RSA profile. */
import {
  type AuthorityKey,
  authorityInformation,
  crlDistributionPoint,
  extendedKeyUsage,
  type IssuedCertificate,
  issueCertificate,
  keyStorage,
  keyUsage,
  nameDer,
  type NameField,
  ocspNoCheck,
  policies,
  type Signer,
} from './certificate.ts';
import type { Asn1 } from './asn1.ts';
import { POLICY, PURPOSE } from './oids.ts';
import type { RsaKey } from './rsa-key.ts';

export interface IssuingCentre {
  certificate: IssuedCertificate;
  baseUrl: string;
}

export interface Validity {
  notBefore: Date;
  notAfter: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const SERVICE_YEARS = 3;

/** Whole UTC days around `now`, so that two starts on one day issue the same certificate. */
export function validityAround(now: Date, daysBefore: number, daysAfter: number): Validity {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return { notBefore: new Date(today - daysBefore * DAY_MS), notAfter: new Date(today + daysAfter * DAY_MS) };
}

const addresses = (baseUrl: string): Asn1[] => [
  authorityInformation({ ocsp: `${baseUrl}/ocsp`, issuers: `${baseUrl}/cert/issuer.cer` }),
  crlDistributionPoint(`${baseUrl}/crl/issuer.crl`),
];

function issueUnder(centre: IssuingCentre, subject: NameField[], key: RsaKey, validity: Validity, extensions: Asn1[]): IssuedCertificate {
  const issuer = { subject: centre.certificate.subject, key: centre.certificate.key };
  return issueCertificate({ subject: nameDer(subject), key, ...validity, extensions }, issuer);
}

const signingProfile = (centre: IssuingCentre, purposes: string[]): Asn1[] => [
  policies(POLICY.legalSign, `${centre.baseUrl}/cert/cps`),
  ...addresses(centre.baseUrl),
  extendedKeyUsage(purposes),
  keyUsage('digitalSignature', 'nonRepudiation'),
  keyStorage(),
];

export interface Employee {
  surname: string;
  name: string;
  patronymic: string | null;
  iin: string;
  bin: string;
  organisation: string;
}

export function issueEmployee(centre: IssuingCentre, person: Employee, key: RsaKey, validity: Validity): IssuedCertificate {
  const subject: NameField[] = [
    ['commonName', `${person.surname} ${person.name}`.toUpperCase()],
    ['surname', person.surname.toUpperCase()],
    ['serialNumber', `IIN${person.iin}`],
    ['country', 'KZ'],
    ['organisation', person.organisation],
    ['organisationalUnit', `BIN${person.bin}`],
    // In the NCA's certificates G is the patronymic; the first name is in CN only.
    ...(person.patronymic === null ? [] : [['givenName', person.patronymic.toUpperCase()] as const]),
  ];
  return issueUnder(
    centre,
    subject,
    key,
    validity,
    signingProfile(centre, [PURPOSE.emailProtection, PURPOSE.legalEntity, PURPOSE.employee, PURPOSE.identifiedInPerson]),
  );
}

export interface InformationSystem {
  bin: string;
  organisation: string;
  systemOid: string;
}

/** An organisation's information system: no person, the system's own identifier as UID. */
export const systemName = ({ bin, organisation, systemOid }: InformationSystem): NameField[] => [
  ['commonName', organisation],
  ['userId', systemOid],
  ['country', 'KZ'],
  ['organisation', organisation],
  ['organisationalUnit', `BIN${bin}`],
];

export function issueSystem(centre: IssuingCentre, system: InformationSystem, key: RsaKey, validity: Validity): IssuedCertificate {
  return issueUnder(centre, systemName(system), key, validity, signingProfile(centre, [PURPOSE.legalEntity, PURPOSE.informationSystem]));
}

export function issueTimeStampAuthority(centre: IssuingCentre, key: RsaKey, validity: Validity): IssuedCertificate {
  return issueUnder(
    centre,
    [
      ['commonName', 'TEKSER OQU TIME-STAMPING AUTHORITY (TEST)'],
      ['country', 'KZ'],
    ],
    key,
    validity,
    [
      policies(POLICY.timeStamping, `${centre.baseUrl}/cert/cps`),
      ...addresses(centre.baseUrl),
      extendedKeyUsage([PURPOSE.timeStamping], true),
      keyUsage('digitalSignature'),
    ],
  );
}

/** Delegated responder of the root or of the issuing centre (RFC 6960 4.2.2.2). */
export function issueOcspResponder<Key extends AuthorityKey>(issuer: Signer, key: Key, now: Date): IssuedCertificate<Key> {
  const subject = nameDer([
    ['commonName', 'TEKSER OQU OCSP RESPONDER (TEST)'],
    ['country', 'KZ'],
  ]);
  const extensions = [extendedKeyUsage([PURPOSE.ocspSigning]), keyUsage('digitalSignature'), ocspNoCheck()];
  return issueCertificate({ subject, key, ...validityAround(now, 30, SERVICE_YEARS * 365), extensions }, issuer);
}
