/** A folder of trusted certificates and revocation lists, for verifying where no service can be asked. */
import { X509Certificate } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { failure, success } from '../../../shared/util/result.ts';
import type { TrustOptions } from '../../core/trust/index.ts';
import type { EvidenceSource } from '../../ports/trust/evidence-source.ts';
import { usageFailure } from '../command-failure.ts';
import { readBounded } from '../arguments/read-input.ts';

const CERTIFICATES = new Set(['.cer', '.crt', '.pem', '.der']);
const LARGEST_CERTIFICATE = 64 * 1024;
/** The full list of the NCA was 21 MB in July 2026 and grows. */
const LARGEST_CRL = 64 * 1024 * 1024;

export interface TrustFolder {
  /** DER; the self-issued ones are the anchors. */
  certificates: Pick<TrustOptions, 'anchors' | 'intermediates'>;
  /** Answers with the lists of the folder, found by the last part of the address a certificate names. */
  evidence: EvidenceSource;
}

/** @throws {CommandFailure} for an unreadable folder or certificate, or where none could be an anchor */
export async function readTrustFolder(folder: string): Promise<TrustFolder> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw usageFailure('file-unreadable', folder, { cause });
  });
  const anchors: Uint8Array[] = [];
  const intermediates: Uint8Array[] = [];
  for (const name of names.filter((candidate) => CERTIFICATES.has(extname(candidate).toLowerCase()))) {
    const certificate = await readCertificate(join(folder, name));
    const selfIssued = certificate.subject === certificate.issuer;
    (selfIssued ? anchors : intermediates).push(new Uint8Array(certificate.raw));
  }
  if (anchors.length === 0) throw usageFailure('trust-empty', folder);
  return { certificates: { anchors, intermediates }, evidence: folderEvidence(folder, new Set(names)) };
}

async function readCertificate(path: string): Promise<X509Certificate> {
  try {
    return new X509Certificate(await readBounded(path, LARGEST_CERTIFICATE));
  } catch (cause) {
    throw usageFailure('file-unreadable', path, { cause });
  }
}

function folderEvidence(folder: string, names: ReadonlySet<string>): EvidenceSource {
  const unreachable = failure({ code: 'service-unreachable', detail: 'offline' } as const);
  return {
    ocsp: async () => unreachable,
    async crl(url) {
      const name = basename(URL.parse(url)?.pathname ?? '');
      return names.has(name) ? success(await readBounded(join(folder, name), LARGEST_CRL)) : unreachable;
    },
  };
}
