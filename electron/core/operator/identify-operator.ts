/** From a key file and its password to the operator this desk knows, or the reason why not. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { Operator, SignInRefusal } from '../../../shared/domain/desk/operator-session.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { KeyCustodian } from '../../ports/keys/key-custodian.ts';
import { openKeyFile, type SigningKey } from '../keystore/index.ts';

/** What the trust domain says of a certificate at this moment, for signing. */
export type CertificateStanding =
  | { state: 'good'; holder: { commonName: string; iin: string | null; notAfter: Date; certificateHash: string } }
  | {
      state: 'refused';
      code: Extract<
        SignInRefusal,
        | 'certificate-expired'
        | 'certificate-not-yet-valid'
        | 'certificate-untrusted'
        | 'certificate-revoked'
        | 'certificate-not-for-signing'
        | 'revocation-unknown'
        | 'clock-skewed'
      >;
    };

export interface IdentifiedOperator {
  operator: Operator;
  certificateHash: string;
  /** Open; whoever asked closes it. */
  key: SigningKey;
}

export async function identifyOperator(
  keyFile: Uint8Array,
  password: string,
  custodian: KeyCustodian,
  organisation: Connection['organisation'],
  standingOf: (certificate: Uint8Array) => Promise<CertificateStanding>,
): Promise<Result<IdentifiedOperator, SignInRefusal>> {
  const opened = await openKeyFile(keyFile, password, custodian);
  if (!opened.ok) return opened;
  const key = opened.value;
  const operator = await operatorOf(key, organisation, standingOf);
  if (!operator.ok) await key.close();
  return operator;
}

async function operatorOf(
  key: SigningKey,
  organisation: Connection['organisation'],
  standingOf: (certificate: Uint8Array) => Promise<CertificateStanding>,
): Promise<Result<IdentifiedOperator, SignInRefusal>> {
  if (key.schemes.length === 0) return failure('key-unsupported');
  const standing = await standingOf(key.certificate);
  if (standing.state === 'refused') return failure(standing.code);
  const { commonName, iin, notAfter, certificateHash } = standing.holder;
  const listed = iin === null ? undefined : organisation.operators.find((candidate) => candidate.iin === iin);
  if (listed === undefined) return failure('not-in-policy');
  const operator: Operator = {
    id: listed.id,
    displayName: commonName,
    profile: listed.profile,
    organisation: organisation.name,
    branch: organisation.branch,
    certificateExpiresAt: notAfter.toISOString(),
  };
  return success({ operator, certificateHash, key });
}
