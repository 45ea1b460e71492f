/** Certifies a key somebody asks for by PKCS#10: what the NCA checks, and the profile it issues by. */
import { isIin } from '../../../shared/domain/person/iin.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { GOST_SCHEMES } from '../../core/trust/gost/index.ts';
import { RSA_KEY } from '../../core/trust/algorithms/index.ts';
import { createHash } from 'node:crypto';
import type { Asn1 } from './asn1.ts';
import { implicitOctets, oid, seq } from './asn1.ts';
import type { ApplicantRole, Grant, Holder, RequestRefusal } from './authority.ts';
import {
  authorityInformation,
  certify,
  crlDistributionPoint,
  extendedKeyUsage,
  extension,
  freshestCrl,
  type HolderKey,
  type IssuedCertificate,
  keyUsage,
  nameDer,
  type NameField,
  policies,
  type Signer,
} from './certificate.ts';
import { type CertificationRequest, readRequest } from './certification-request.ts';
import { type InformationSystem, systemName, validityAround } from './end-entities.ts';
import type { GostKey } from './gost-key.ts';
import { ATTRIBUTE, EXTENSION, KEY_STORAGE_FILE, POLICY, PURPOSE } from './oids.ts';

const GOST_KEY = GOST_SCHEMES.find(({ name }) => name === 'GOST 34.10-2015-512')!.keyOid;

export interface RequestCentres {
  gost: Signer;
  rsa: Signer;
  baseUrl: string;
  now: Date;
}

const PURPOSES: Readonly<Record<ApplicantRole, readonly string[]>> = {
  'individual': [PURPOSE.individual],
  'employee': [PURPOSE.legalEntity, PURPOSE.employee],
  'first-head': [PURPOSE.legalEntity, PURPOSE.firstHead],
  'right-to-sign': [PURPOSE.legalEntity, PURPOSE.rightToSign],
};

const IDENTIFIED: Readonly<Record<NonNullable<Grant['identified']>, string>> = {
  'counter': PURPOSE.identifiedInPerson,
  'video-call': PURPOSE.identifiedRemotely,
  'digital-id': PURPOSE.identifiedByDigitalId,
};

/** One year in a file, three on a protected carrier. */
const DAYS = { file: 365, token: 1095 } as const;

export type IssuedOnRequest = { kind: 'gost' | 'rsa'; certificate: IssuedCertificate<HolderKey> };

export async function issueOnRequest(input: Uint8Array, grant: Grant, centres: RequestCentres): Promise<Result<IssuedOnRequest, RequestRefusal>> {
  const request = await readRequest(input);
  if (request === null) return failure('request-malformed');
  const kind = kindOf(request);
  if (kind === null) return failure('key-refused');
  const refused = objection(request, grant);
  if (refused !== null) return failure(refused);
  const { spki, keyId } = { spki: request.publicKey.encoded, keyId: new Uint8Array(createHash('sha1').update(request.publicKey.bits).digest()) };
  const days = validityAround(centres.now, 0, DAYS[grant.place]);
  const extensions = kind === 'gost' ? gostProfile(request, purposesOf(grant), centres.baseUrl) : rsaProfile(request, grant, centres.baseUrl);
  return success({ kind, certificate: certify({ subject: request.subject, key: { spki, keyId }, ...days, extensions }, centres[kind]) });
}

/** As issued most of a year ago at a counter: its end is near enough that a new one is asked for. */
export function issueEarlier({ surname, name, patronymic, iin }: Holder, key: GostKey, { gost, baseUrl, now }: RequestCentres): IssuedCertificate<GostKey> {
  const fields: NameField[] = [
    ['commonName', `${surname} ${name}`.toUpperCase()],
    ['surname', surname.toUpperCase()],
    ['serialNumber', `IIN${iin}`],
    ['country', 'KZ'],
    ...(patronymic === null ? [] : [['givenName', patronymic.toUpperCase()] as const]),
  ];
  const extensions = gostProfile(IN_A_FILE, [PURPOSE.individual, PURPOSE.identifiedInPerson], baseUrl);
  return certify({ subject: nameDer(fields), key, ...validityAround(now, 340, 25), extensions }, gost);
}

/** As information systems have them since GOST 34.10-2015 is what the state signs by. */
export function issueGostSystem(system: InformationSystem, key: GostKey, { gost, baseUrl, now }: RequestCentres): IssuedCertificate<GostKey> {
  const extensions = gostProfile(IN_A_FILE, [PURPOSE.legalEntity, PURPOSE.informationSystem], baseUrl);
  return certify({ subject: nameDer(systemName(system)), key, ...validityAround(now, 60, 305), extensions }, gost);
}

function kindOf({ publicKey }: CertificationRequest): 'gost' | 'rsa' | null {
  if (publicKey.algorithm.oid === GOST_KEY) return 'gost';
  // A modulus of 2048 bits takes 270 octets with its frame; verifying the request has refused shorter ones already.
  return publicKey.algorithm.oid === RSA_KEY ? 'rsa' : null;
}

function objection({ names, storage }: CertificationRequest, { role, place }: Grant): RequestRefusal | null {
  const number = /^IIN(\d{12})$/.exec(names.get(ATTRIBUTE.serialNumber) ?? '')?.[1];
  const named = (names.get(ATTRIBUTE.commonName) ?? '') !== '' && (names.get(ATTRIBUTE.surname) ?? '') !== '';
  const legal = /^BIN\d{12}$/.test(names.get(ATTRIBUTE.organisationalUnit) ?? '') && (names.get(ATTRIBUTE.organisation) ?? '') !== '';
  if (number === undefined || !named || (role !== 'individual' && !legal)) return 'names-incomplete';
  if (!isIin(number)) return 'iin-wrong';
  return storage === null && place === 'file' ? 'storage-missing' : null;
}

type Asked = Pick<CertificationRequest, 'email' | 'storage'>;
const IN_A_FILE: Asked = { email: null, storage: KEY_STORAGE_FILE };

/** One certificate for signing in and signing, as since 2022. */
const gostProfile = (request: Asked, purposes: readonly string[], baseUrl: string): Asn1[] => [
  policies(POLICY.issuer, `${baseUrl}/cert/cps`),
  authorityInformation({ ocsp: `${baseUrl}/ocsp`, issuers: `${baseUrl}/cert/gost-issuer.cer` }),
  crlDistributionPoint(`${baseUrl}/crl/gost-issuer.crl`),
  freshestCrl(`${baseUrl}/crl/gost-issuer-delta.crl`),
  extendedKeyUsage([PURPOSE.emailProtection, ...purposes]),
  keyUsage('digitalSignature', 'nonRepudiation', 'keyAgreement'),
  ...ofRequest(request),
];

const RSA_POLICIES = {
  signing: { individual: POLICY.individualSign, legal: POLICY.legalSign },
  authentication: { individual: POLICY.individualAuthentication, legal: POLICY.legalAuthentication },
} as const;

/** Whoever signs in with a key promises nothing by it: no nonRepudiation there. */
const rsaProfile = (request: Asked, grant: Grant, baseUrl: string): Asn1[] => [
  policies(RSA_POLICIES[grant.use][grant.role === 'individual' ? 'individual' : 'legal'], `${baseUrl}/cert/cps`),
  authorityInformation({ ocsp: `${baseUrl}/ocsp`, issuers: `${baseUrl}/cert/issuer.cer` }),
  crlDistributionPoint(`${baseUrl}/crl/issuer.crl`),
  freshestCrl(`${baseUrl}/crl/issuer-delta.crl`),
  extendedKeyUsage([grant.use === 'signing' ? PURPOSE.emailProtection : PURPOSE.clientAuthentication, ...purposesOf(grant)]),
  grant.use === 'signing' ? keyUsage('digitalSignature', 'nonRepudiation') : keyUsage('digitalSignature', 'keyEncipherment'),
  ...ofRequest(request),
];

const purposesOf = ({ role, identified }: Grant): string[] => [...PURPOSES[role], ...(identified === null ? [] : [IDENTIFIED[identified]])];

/** The centre copies the e-mail and the storage identifier and nothing else. */
const ofRequest = ({ email, storage }: Asked): Asn1[] => [
  ...(email === null ? [] : [extension(EXTENSION.subjectAlternativeName, seq(implicitOctets(1, new TextEncoder().encode(email))))]),
  ...(storage === null ? [] : [extension(EXTENSION.keyStorage, seq(oid(storage)))]),
];
