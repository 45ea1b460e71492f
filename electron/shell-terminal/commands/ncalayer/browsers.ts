/** `tekser ncalayer browsers`: lets browsers through to the service from the portals of the state and those the administrator allowed since. */
import { gatePatterns } from '../../../adapters/ncalayer/browser-gate.ts';
import { readBrowserPolicies, readInstalledGate, writeBrowserPolicies } from '../../../adapters/ncalayer/browser-policy.ts';
import { portalPolicyPath, readPortalPolicy } from '../../../adapters/portal-policy-file.ts';
import { PORTALS_OFF } from '../../../../shared/domain/signing/portal-policy.ts';
import { EXIT } from '../../exit-code.ts';
import { RESOURCES } from '../../installation.ts';
import { fill } from '../../texts/index.ts';
import { signingTexts } from '../../texts/signing/index.ts';
import type { CommonOptions, Run } from '../command.ts';

export interface BrowsersOptions extends CommonOptions {
  remove?: boolean;
}

export const ncalayerBrowsers: Run<BrowsersOptions> = async (terminal, { remove = false }) => {
  const text = signingTexts(terminal.language);
  const policy = readPortalPolicy();
  const allowed = remove ? [] : gatePatterns(await readInstalledGate(RESOURCES), policy.ok ? policy.value : PORTALS_OFF);
  try {
    await writeBrowserPolicies(allowed);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const sentence = message === 'managed-profile-needed' ? text.browsersProfile : fill(text.notAdministrator, { path: portalPolicyPath() });
    if (message !== 'managed-profile-needed' && code !== 'EACCES' && code !== 'EPERM') throw error;
    if (terminal.json) terminal.answer([], { error: { code: 'administrator-needed', message: sentence } });
    else terminal.tell(sentence);
    return EXIT.usage;
  }
  const browsers = await readBrowserPolicies();
  terminal.answer([allowed.length === 0 ? text.browsersRemoved : fill(text.browsersWritten, { count: allowed.length })], { allowed, browsers });
  return EXIT.valid;
};
