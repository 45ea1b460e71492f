/** `tekser ncalayer trust|untrust`: the browsers of this user believe the service's certificate, or no longer. */
import { existsSync } from 'node:fs';
import { changeTrust, hasCertutil, type TrustChange, type TrustPlace } from '../../../adapters/ncalayer/browser-trust.ts';
import { authorityFile } from '../../../adapters/ncalayer/loopback-authority.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { fill } from '../../texts/index.ts';
import { type SigningText, signingTexts } from '../../texts/signing/index.ts';
import { findDirectory } from '../../desk/work-directory.ts';
import type { CommonOptions, Run } from '../command.ts';

export const trust: Run<CommonOptions> = (terminal, options) => change('install', terminal, options);
export const untrust: Run<CommonOptions> = (terminal, options) => change('remove', terminal, options);

async function change(wanted: TrustChange, terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  const text = signingTexts(terminal.language);
  const file = authorityFile(await findDirectory(options, terminal));
  if (!existsSync(file)) return missing(terminal, 'authority-missing', text.authorityMissing);
  if (process.platform === 'linux' && !(await hasCertutil())) return missing(terminal, 'certutil-missing', text.certutilMissing);
  const places = await changeTrust(wanted, file);
  terminal.answer(places.map((place) => placeLine(place, text)), { certificate: file, places });
  const good = wanted === 'install' ? 'trusted' : 'not-trusted';
  return places.every(({ state }) => state === good) ? EXIT.valid : EXIT.notValid;
}

export const placeLine = ({ name, state, detail }: TrustPlace, text: SigningText): string => fill(text.place[state], { name, detail: detail ?? '' });

function missing(terminal: Terminal, code: string, sentence: string): ExitCode {
  if (terminal.json) terminal.answer([], { error: { code, message: sentence } });
  else terminal.tell(sentence);
  return EXIT.cannotDetermine;
}
