/**
 * `tekser trust update`: fetches the authorities that are missing, then says how each one stands today.
 * A root in force and nobody revoked is 0; a revoked or unproven one, or no root in force, is 1; what could not be asked is 2.
 */
import { readTrustStore } from '../../../adapters/trust-store.ts';
import { systemClock } from '../../../adapters/system-clock.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import { certificateTexts } from '../../texts/certificate/index.ts';
import { fill } from '../../texts/index.ts';
import { fetchOffers } from '../../trust/fetch-authorities.ts';
import { importAuthorities, importLine } from '../../trust/import-authorities.ts';
import { judgeAuthorities, type JudgedAuthority } from '../../trust/judge-authorities.ts';
import { officialEvidence } from '../../trust/official-evidence.ts';
import { pinName } from '../../trust/pin-name.ts';
import { claimTrustPlace } from '../../trust/trust-place.ts';
import type { CommonOptions, Run } from '../command.ts';

export const trustUpdate: Run<CommonOptions> = async (terminal, options) => {
  const text = certificateTexts(terminal.language).update;
  const place = await claimTrustPlace(options, terminal);
  const { directory, environment, pins } = place;
  const before = await readTrustStore(directory, environment, pins);
  const present = new Set(before.authorities.map(({ pin }) => pin.sha256));
  const missing = pins.flatMap(({ sha256, address }) => (address === null || present.has(sha256) ? [] : [address]));
  terminal.progress(`${missing.length}…`);
  const imported = await importAuthorities(await fetchOffers(missing), place);
  const { authorities } = await readTrustStore(directory, environment, pins);
  const judged = await judgeAuthorities(authorities, officialEvidence(), systemClock);
  const lines = judged.map(({ pin, until, standing }) => fill(text[standing], { name: pinName(pin, terminal), until }));
  const rootless = judged.some(({ pin, standing }) => pin.role === 'root' && standing !== 'ended') ? [] : [fill(terminal.text.trust.rootless, { environment })];
  terminal.answer([...imported.map((one) => importLine(one, terminal)), ...lines, ...rootless], { directory, environment, imported, authorities: judged });
  return exitOf(judged);
};

export function exitOf(judged: readonly JudgedAuthority[]): ExitCode {
  const has = (standing: JudgedAuthority['standing']): boolean => judged.some((one) => one.standing === standing);
  const isRooted = judged.some(({ pin, standing }) => pin.role === 'root' && standing !== 'ended');
  if (!isRooted || has('revoked') || has('unproven')) return EXIT.notValid;
  return has('unasked') ? EXIT.cannotDetermine : EXIT.valid;
}
