/** What was certified for people, and revoked of it, beyond the end of the stand: a key file outlives the afternoon it was made in. */
import { openKeptRecords } from '../issuance/kept-records.ts';
import type { Register } from './register.ts';

type CentreName = 'gost' | 'rsa';

type CertificateRecord = { kept: 'issued'; centre: CentreName; serialHex: string } | { kept: 'revoked'; centre: CentreName; serialHex: string; at: string; reason: number };

export interface PeopleRegister {
  add<Certificate extends { readonly serial: Uint8Array }>(centre: CentreName, certificate: Certificate): Certificate;
  /** False where no such certificate was issued here. The first revocation stands (RFC 5280 5.3). */
  revoke(serialHex: string, at: Date, reason: number): boolean;
  isGood(serialHex: string): boolean;
}

/** @param registers answer for these and for other certificates, which are made anew at each start @param file null keeps nothing */
export function openPeopleRegister(registers: Readonly<Record<CentreName, Register>>, file: string | null): PeopleRegister {
  const records = openKeptRecords<CertificateRecord>(file);
  for (const { centre, serialHex } of records.earlier('issued')) registers[centre].add({ serial: octetsOf(serialHex) });
  for (const { centre, serialHex, at, reason } of records.earlier('revoked')) registers[centre].revoke(octetsOf(serialHex), new Date(at), reason);
  const statusIn = (centre: CentreName, serialHex: string) => registers[centre].statusOf(octetsOf(serialHex)).state;
  return {
    add(centre, certificate) {
      records.add({ kept: 'issued', centre, serialHex: Buffer.from(certificate.serial).toString('hex') });
      return registers[centre].add(certificate);
    },
    revoke(serialHex, at, reason) {
      const centre = (['gost', 'rsa'] as const).find((candidate) => statusIn(candidate, serialHex) !== 'not-issued');
      if (centre === undefined) return false;
      if (statusIn(centre, serialHex) === 'good') records.add({ kept: 'revoked', centre, serialHex, at: at.toISOString(), reason });
      registers[centre].revoke(octetsOf(serialHex), at, reason);
      return true;
    },
    isGood: (serialHex) => statusIn('gost', serialHex) === 'good' || statusIn('rsa', serialHex) === 'good',
  };
}

const octetsOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
