/** `tekser ncalayer status`: rules, port, trust of the browsers and their gates, in one look. Ready is 0, otherwise 1. */
import { existsSync } from 'node:fs';
import { readBrowserPolicies } from '../../../adapters/ncalayer/browser-policy.ts';
import { changeTrust, hasCertutil } from '../../../adapters/ncalayer/browser-trust.ts';
import { authorityFile } from '../../../adapters/ncalayer/loopback-authority.ts';
import { PORTAL_PORT } from '../../../adapters/ncalayer/serve-portals.ts';
import { ownerOfListener } from '../../../adapters/ncalayer/sockets-of-linux.ts';
import { portalPolicyPath, readPortalPolicy } from '../../../adapters/portal-policy-file.ts';
import { namedPortalPort } from '../../../workstation/open-portals.ts';
import { EXIT } from '../../exit-code.ts';
import { ruleLines } from '../../signing/rule-lines.ts';
import { fill } from '../../texts/index.ts';
import { signingTexts } from '../../texts/signing/index.ts';
import { findDirectory } from '../../desk/work-directory.ts';
import type { CommonOptions, Run } from '../command.ts';
import { placeLine } from './trust.ts';

export const ncalayerStatus: Run<CommonOptions> = async (terminal, options) => {
  const text = signingTexts(terminal.language);
  const path = portalPolicyPath();
  const policy = readPortalPolicy(path);
  const port = namedPortalPort() ?? PORTAL_PORT;
  const holder = await ownerOfListener(port);
  const file = authorityFile(await findDirectory(options, terminal));
  const made = existsSync(file);
  const mayLook = made && (process.platform !== 'linux' || (await hasCertutil()));
  const places = mayLook ? await changeTrust('look', file) : [];
  const browsers = await readBrowserPolicies();
  terminal.answer(
    [
      ...(policy.ok ? ruleLines(policy.value, path, text) : [text.state.malformed]),
      holder === null ? fill(text.portFree, { port }) : fill(text.portHeld, { port, program: holder.program ?? text.unknownProgram }),
      ...(made ? [] : [text.authorityMissing]),
      ...(made && !mayLook ? [text.certutilMissing] : []),
      ...places.map((place) => placeLine(place, text)),
      ...browsers.map(({ browser, origins }) => (origins === null ? fill(text.browser.none, { browser }) : fill(text.browser.set, { browser, origins: origins.join(', ') }))),
    ],
    { path, policy: policy.ok ? policy.value : null, port, holder, certificate: made ? file : null, places, browsers },
  );
  const enabled = policy.ok && policy.value.enabled;
  return enabled && places.length > 0 && places.every(({ state }) => state === 'trusted') ? EXIT.valid : EXIT.notValid;
};
