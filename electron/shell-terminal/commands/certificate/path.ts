/** `tekser cert path`: the way of a certificate to a trusted root, every link of it judged. Good is 0, not good 1, open 2. */
import { fileVerdict } from '../../../../shared/domain/trust/file-verdict.ts';
import type { PinnedEnvironment } from '../../../../shared/domain/trust/trust-pin.ts';
import { loadResources } from '../../../adapters/files/resource-files.ts';
import { systemClock } from '../../../adapters/system-clock.ts';
import { type CertificateAnswer, createTrust } from '../../../core/trust/index.ts';
import { almatyTime } from '../../lines/almaty-time.ts';
import { certificatesIn } from '../../certificate/certificates-in.ts';
import { exitCodeOf } from '../../exit-code.ts';
import { RESOURCES } from '../../installation.ts';
import { decisiveCode, layerLines, reasonLines } from '../../lines/reason-lines.ts';
import type { Terminal } from '../../terminal.ts';
import { certificateTexts } from '../../texts/certificate/index.ts';
import { fill } from '../../texts/index.ts';
import { chosenTrust, type TrustChoice } from '../../trust/chosen-trust.ts';
import type { CommonOptions, Run } from '../command.ts';

export interface CertPathOptions extends CommonOptions, TrustChoice {
  files: string[];
  at?: string;
}

export const certPath: Run<CertPathOptions> = async (terminal, { files, at, ...choice }) => {
  const [leaf, ...issuers] = await certificatesIn(files);
  const options = await chosenTrust(choice, terminal);
  const trust = createTrust({ ...options, intermediates: [...options.intermediates, ...issuers.map(({ bytes }) => bytes)] });
  const when = at === undefined ? systemClock.now() : new Date(at);
  const answer = await trust.verifyCertificate({ certificate: leaf!.bytes, use: 'any', at: when });
  const { pins } = await loadResources(RESOURCES, systemClock);
  // Its name does not say which world an authority is of: only the fingerprint does.
  const worlds = (answer.path ?? []).map(({ identity }) => pins.find(({ sha256 }) => sha256 === identity.certificateHash)?.environment ?? null);
  const verdict = fileVerdict(answer);
  terminal.answer(pathLines(answer, worlds, leaf!.source, terminal), { source: leaf!.source, at: when, verdict, ...answer, worlds });
  return exitCodeOf(verdict);
};

function pathLines(answer: CertificateAnswer, worlds: readonly (PinnedEnvironment | null)[], source: string, terminal: Terminal): string[] {
  const { checks, path, revocationAsOf } = answer;
  const verdict = fileVerdict(answer);
  const text = certificateTexts(terminal.language);
  if (path === null) return [fill(text.notCertificate, { source })];
  const decisive = decisiveCode(verdict, checks);
  const isTrusted = checks.some(({ layer, outcome }) => layer === 'chain' && (outcome === 'passed' || outcome === 'attention'));
  const links = path.map(({ identity, keyAlgorithm }, depth) => {
    const period = fill(text.period, { from: almatyTime(identity.notBefore.toISOString()), until: almatyTime(identity.notAfter.toISOString()) });
    const root = isTrusted && depth === path.length - 1 ? `, ${text.anchor}` : '';
    const world = worlds[depth] ?? null;
    return `${'  '.repeat(depth)}${depth === 0 ? '' : '← '}${identity.commonName} (${keyAlgorithm}, ${period}${root}${world === null ? '' : `, ${text.world[world]}`})`;
  });
  const known = revocationAsOf === null ? [] : [fill(terminal.text.verify.revocationAsOf, { at: almatyTime(revocationAsOf.toISOString()) })];
  const judged = checks.filter(({ layer }) => layer !== 'signer');
  return [text.verdict[verdict], ...(decisive === undefined ? [] : reasonLines(decisive, terminal)), ...links, ...layerLines(judged, terminal), ...known];
}
