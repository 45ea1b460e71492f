/** What the НУЦ of the stand must not forget of an application: what was asked for, what was issued, and what has been installed. */
import type { CitizenKeyKind } from '../../../shared/domain/issuance/citizen-keys.ts';
import type { KeyApplication } from '../../../shared/domain/issuance/portal-keys.ts';
import type { KeptRecords } from '../issuance/kept-records.ts';

/** `sha256` of the request in DER; both as base 64 in the file. */
export interface KeptRequest {
  kind: CitizenKeyKind;
  sha256: string;
  pkcs10: string;
}
export interface KeptCertificate {
  kind: CitizenKeyKind;
  request: string;
  sha256: string;
  serialHex: string;
  certificate: string;
}

export const derOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
export const serialsOf = (certificates: readonly KeptCertificate[]): string[] => certificates.map(({ serialHex }) => serialHex);
/** In whatever order. */
export const sameFingerprints = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && [...a].toSorted().join() === [...b].toSorted().join();

export type KeyRecord =
  | { kept: 'applied'; applicationId: string; application: KeyApplication }
  | { kept: 'requests'; applicationId: string; at: string; requests: readonly KeptRequest[] }
  | { kept: 'decided'; applicationId: string; at: string; certificates: readonly KeptCertificate[] }
  | { kept: 'installed'; applicationId: string }
  /** Certificates of an application that ended without them are revoked. */
  | { kept: 'given-up'; applicationId: string }
  /** A reminder that went out: `email-30` and the like. */
  | { kept: 'reminded'; applicationId: string; of: string }
  /** Base 64 of the DER; from before the first application, or from one. */
  | { kept: 'certificate'; iin: string; from: 'earlier' | 'application'; certificate: string };

export type KeyRecords = KeptRecords<KeyRecord>;

/** One application as the НУЦ sees it; a refusal is a decision without certificates. */
export interface KeyFile {
  applied: KeyApplication | null;
  requests: readonly KeptRequest[];
  receivedAt: string | null;
  deciding: boolean;
  /** Since when the НУЦ could not decide about it. */
  awaySince: Date | null;
  decided: { at: string; certificates: readonly KeptCertificate[] } | null;
  /** What became of the certificates. */
  end: 'none' | 'installed' | 'given-up';
}

const EMPTY: KeyFile = { applied: null, requests: [], receivedAt: null, deciding: false, awaySince: null, decided: null, end: 'none' };

export interface KeyFiles {
  of(applicationId: string): KeyFile;
  change(applicationId: string, change: Partial<KeyFile>): void;
  keep(record: KeyRecord): void;
}

/** As the records had them when the stand started, and as they become. */
export function openKeyFiles(records: KeyRecords): KeyFiles {
  const files = new Map<string, KeyFile>();
  const of = (id: string): KeyFile => files.get(id) ?? EMPTY;
  const change = (id: string, changed: Partial<KeyFile>): void => void files.set(id, { ...of(id), ...changed });
  for (const { applicationId, application } of records.earlier('applied')) change(applicationId, { applied: application });
  for (const { applicationId, at, requests } of records.earlier('requests')) change(applicationId, { requests, receivedAt: at });
  for (const { applicationId, at, certificates } of records.earlier('decided')) change(applicationId, { decided: { at, certificates } });
  for (const { applicationId } of records.earlier('installed')) change(applicationId, { end: 'installed' });
  for (const { applicationId } of records.earlier('given-up')) change(applicationId, { end: 'given-up' });
  return { of, change, keep: records.add };
}
