/** Whether a request for a certificate is about the person who applied, and for a key of the kind it names. */
import { createHash } from 'node:crypto';
import type { CitizenKeyKind } from '../../../shared/domain/issuance/citizen-keys.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { RSA_KEY } from '../../core/trust/algorithms/index.ts';
import { type CertificationRequest, readRequest } from '../authority/index.ts';
import type { StandPerson } from '../population/person.ts';
import { derOf, type KeptRequest } from './key-records.ts';

export type RequestFault =
  /** No PKCS#10, or not signed by the key it holds. */
  | 'request-malformed'
  /** An RSA key where one of GOST was named, or the other way. */
  | 'kind-differs'
  /** Names or ИИН of somebody else, or another e-mail than applied for. */
  | 'request-of-another';

const ATTRIBUTE = { commonName: '2.5.4.3', surname: '2.5.4.4', serialNumber: '2.5.4.5', givenName: '2.5.4.42' } as const;

/** @param pkcs10 base 64 of the DER, as it is kept */
export async function judgeRequest(kind: CitizenKeyKind, pkcs10: string, person: StandPerson, email: string): Promise<Result<KeptRequest, RequestFault>> {
  const der = derOf(pkcs10);
  const request = await readRequest(der);
  if (request === null) return failure('request-malformed');
  if ((request.publicKey.algorithm.oid === RSA_KEY) !== (kind !== 'GOST512')) return failure('kind-differs');
  if (!isOf(request, person) || (request.email ?? '') !== email) return failure('request-of-another');
  return success({ kind, pkcs10, sha256: createHash('sha256').update(der).digest('hex') });
}

/** The centre writes the names of the registry into the certificate, so the request must have them letter for letter. */
function isOf({ names }: CertificationRequest, { surname, name, patronymic, iin }: StandPerson): boolean {
  const upper = (text: string): string => text.toLocaleUpperCase('kk');
  return (
    names.get(ATTRIBUTE.serialNumber) === `IIN${iin}` &&
    names.get(ATTRIBUTE.surname) === upper(surname) &&
    names.get(ATTRIBUTE.commonName) === upper(`${surname} ${name}`) &&
    (names.get(ATTRIBUTE.givenName) ?? '') === upper(patronymic ?? '')
  );
}
