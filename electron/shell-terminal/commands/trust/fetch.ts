/** `tekser trust fetch`: imports from the official addresses what this workstation's trust store does not have yet. */
import { readTrustStore } from '../../../adapters/trust-store.ts';
import { fetchOffers } from '../../trust/fetch-authorities.ts';
import { importAuthorities } from '../../trust/import-authorities.ts';
import { claimTrustPlace } from '../../trust/trust-place.ts';
import type { CommonOptions, Run } from '../command.ts';
import { answerImported } from './import.ts';

export const trustFetch: Run<CommonOptions> = async (terminal, options) => {
  const place = await claimTrustPlace(options, terminal);
  const { authorities } = await readTrustStore(place.directory, place.environment, place.pins);
  const present = new Set(authorities.map(({ pin }) => pin.sha256));
  const missing = place.pins.flatMap(({ sha256, address }) => (address === null || present.has(sha256) ? [] : [address]));
  terminal.progress(`${missing.length}…`);
  return answerImported(await importAuthorities(await fetchOffers(missing), place), place, terminal);
};
