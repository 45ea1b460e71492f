/** `tekser cert show`: what certificates say. All could be read is 0, something was none is 1. */
import { loadResources } from '../../../adapters/files/resource-files.ts';
import { systemClock } from '../../../adapters/system-clock.ts';
import { type CertificateProfile, readProfile } from '../../../core/trust/index.ts';
import { certificateLines, validityOf } from '../../certificate/certificate-lines.ts';
import { certificatesIn } from '../../certificate/certificates-in.ts';
import { EXIT } from '../../exit-code.ts';
import { RESOURCES } from '../../installation.ts';
import { certificateTexts } from '../../texts/certificate/index.ts';
import { fill } from '../../texts/index.ts';
import type { CommonOptions, Run } from '../command.ts';

export interface CertShowOptions extends CommonOptions {
  files: string[];
}

export const certShow: Run<CertShowOptions> = async (terminal, { files }) => {
  const text = certificateTexts(terminal.language);
  const { pins } = await loadResources(RESOURCES, systemClock);
  const now = systemClock.now();
  const lines: string[] = [];
  const values: ({ source: string } & ({ certificate: null } | { certificate: CertificateProfile; state: string; pin: object | null }))[] = [];
  for (const { source, bytes } of await certificatesIn(files)) {
    const certificate = await readProfile(bytes);
    if (lines.length > 0) lines.push('');
    if (certificate === null) {
      lines.push(fill(text.notCertificate, { source }));
      values.push({ source, certificate });
      continue;
    }
    const pin = pins.find(({ sha256 }) => sha256 === certificate.identity.certificateHash) ?? null;
    lines.push(...certificateLines(certificate, pin, now, text));
    values.push({ source, certificate, state: validityOf(certificate, now), pin });
  }
  terminal.answer(lines, { certificates: values });
  return values.every(({ certificate }) => certificate !== null) ? EXIT.valid : EXIT.notValid;
};
