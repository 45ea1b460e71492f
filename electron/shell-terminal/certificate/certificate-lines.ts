/** One certificate as lines for people: what it says, and nothing about whether it may be believed. */
import type { TrustPin } from '../../../shared/domain/trust/trust-pin.ts';
import type { CertificateProfile } from '../../core/trust/index.ts';
import { almatyTime } from '../lines/almaty-time.ts';
import { fill } from '../texts/index.ts';
import type { CertificateText } from '../texts/certificate/index.ts';

export type ValidityState = 'in-force' | 'ended' | 'ahead';

export function validityOf({ identity: { notBefore, notAfter } }: CertificateProfile, now: Date): ValidityState {
  if (now < notBefore) return 'ahead';
  return now > notAfter ? 'ended' : 'in-force';
}

/** @param pin of this very certificate, where it is an authority known by fingerprint */
export function certificateLines(profile: CertificateProfile, pin: TrustPin | null, now: Date, text: CertificateText): string[] {
  const { identity, keyStorage } = profile;
  const { field } = text;
  const period = fill(text.period, { from: almatyTime(identity.notBefore.toISOString()), until: almatyTime(identity.notAfter.toISOString()) });
  const values: [string, string | null][] = [
    [field.holder, identity.commonName],
    [field.world, pin === null ? null : `${pin.name} (${pin.generation}), ${text.world[pin.environment]}`],
    [field.surname, profile.surname],
    [field.patronymic, profile.patronymic],
    [field.iin, identity.iin],
    [field.organisation, identity.organisation],
    [field.bin, identity.bin],
    [field.email, listed(profile.emails)],
    [field.roles, listed(identity.roles.map((role) => text.role[role]))],
    [field.identification, identity.identification === null ? null : text.identified[identity.identification]],
    [field.uses, listed(profile.uses.map((use) => text.use[use]))],
    [field.storage, storageText(keyStorage, text)],
    [field.issuer, profile.issuer],
    [field.valid, `${period} (${text.state[validityOf(profile, now)]})`],
    [field.algorithm, profile.keyAlgorithm],
    [field.serial, identity.serialHex],
    [field.policies, listed(profile.policies)],
    [field.ocsp, listed(profile.ocspUrls)],
    [field.crl, listed(profile.crlUrls)],
    [field.fingerprint, identity.certificateHash],
  ];
  return values.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
}

const listed = (values: readonly string[]): string | null => (values.length === 0 ? null : [...new Set(values)].join(', '));

function storageText(storage: string | null, text: CertificateText): string | null {
  if (storage === null) return null;
  return storage === 'file' ? text.storage.file : fill(text.storage.token, { kind: storage });
}
