/** Who may come to the desk: each attempt is counted, held against the clock and the list, and written down where it is refused. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { Operator, SignInAnswer, SignInRefusal } from '../../../shared/domain/desk/operator-session.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Profile } from '../../../shared/domain/checking/purpose.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { KeyCustodian } from '../../ports/keys/key-custodian.ts';
import type { Journal } from '../journal/index.ts';
import { createPasswordAttempts, type SigningKey } from '../keystore/index.ts';
import { type CertificateStanding, identifyOperator } from './identify-operator.ts';

export interface AdmissionOptions {
  clock: Clock;
  policy(): Policy;
  organisation: Connection['organisation'];
  keyCustodian: KeyCustodian;
  journal: Pick<Journal, 'record'>;
  certificateStanding(certificate: Uint8Array): Promise<CertificateStanding>;
  /** Whether who works in this role signs as themselves while at the desk: for all others the key is closed as soon as it has shown whose it is. */
  keepsKey(profile: Profile): boolean;
  /** Whether the clock of this desk is known to be too far off to judge certificates. */
  clockRefused(): Promise<boolean>;
}

export interface Admitted {
  operator: Operator;
  certificateHash: string;
  /** Open, and closed by whoever asked; null where nothing is signed in this role. */
  key: SigningKey | null;
}

export interface Admission {
  /** The operator behind a key file, or the answer to give instead. @throws {JournalUnwritable} */
  identify(keyFile: Uint8Array, password: string): Promise<Result<Admitted, SignInAnswer>>;
  /** @throws {JournalUnwritable} */
  refuse(code: SignInRefusal): Promise<SignInAnswer>;
}

export function createAdmission(options: AdmissionOptions): Admission {
  const attempts = createPasswordAttempts(options.clock, options.policy);

  async function refuse(code: SignInRefusal, retryAt: Date | null = null): Promise<SignInAnswer> {
    await options.journal.record({ kind: 'sign-in-refused', code }, { operatorId: null, purpose: null });
    return { ok: false, code, retryAt: retryAt?.toISOString() ?? null };
  }

  return {
    refuse: (code) => refuse(code),
    async identify(keyFile, password) {
      const retryAt = attempts.retryAt();
      if (retryAt !== null) return failure(await refuse('too-many-attempts', retryAt));
      if (await options.clockRefused()) return failure(await refuse('clock-skewed'));
      const identified = await identifyOperator(keyFile, password, options.keyCustodian, options.organisation, options.certificateStanding);
      if (!identified.ok) {
        if (identified.failure === 'password-wrong') attempts.noteWrong();
        return failure(await refuse(identified.failure, attempts.retryAt()));
      }
      attempts.noteRight();
      const { operator, certificateHash, key } = identified.value;
      if (options.keepsKey(operator.profile)) return success({ operator, certificateHash, key });
      await key.close();
      return success({ operator, certificateHash, key: null });
    },
  };
}
