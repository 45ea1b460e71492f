/** `tekser ncalayer on|off|allow|deny|forget`: the administrator's rules of the portals' signing service. */
import { PortalPolicy } from '../../../../shared/domain/signing/portal-policy.ts';
import { portalPolicyPath, readPortalPolicy, writePortalPolicy } from '../../../adapters/portal-policy-file.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import { ruleLines } from '../../signing/rule-lines.ts';
import type { Terminal } from '../../terminal.ts';
import { fill } from '../../texts/index.ts';
import { signingTexts } from '../../texts/signing/index.ts';
import type { CommonOptions, Run } from '../command.ts';

export interface OriginOptions extends CommonOptions {
  origins: string[];
}

export const switchOn: Run<CommonOptions> = (terminal) => change(terminal, (policy) => ({ ...policy, enabled: true }));
export const switchOff: Run<CommonOptions> = (terminal) => change(terminal, (policy) => ({ ...policy, enabled: false }));
export const allow: Run<OriginOptions> = (terminal, options) => decide(terminal, options, 'allow');
export const deny: Run<OriginOptions> = (terminal, options) => decide(terminal, options, 'deny');
export const forget: Run<OriginOptions> = (terminal, options) => decide(terminal, options, null);

async function decide(terminal: Terminal, { origins }: OriginOptions, decision: 'allow' | 'deny' | null): Promise<ExitCode> {
  const named = origins.map((origin) => origin.toLowerCase().replace(/\/$/, ''));
  const malformed = named.find((origin) => !PortalPolicy.shape.origins.safeParse([{ origin, decision: 'allow' }]).success);
  if (malformed !== undefined) return refuse(terminal, 'origin-malformed', fill(signingTexts(terminal.language).originMalformed, { origin: malformed }));
  return change(terminal, (policy) => ({
    ...policy,
    origins: [...policy.origins.filter(({ origin }) => !named.includes(origin)), ...(decision === null ? [] : named.map((origin) => ({ origin, decision })))],
  }));
}

async function change(terminal: Terminal, changed: (policy: PortalPolicy) => PortalPolicy): Promise<ExitCode> {
  const text = signingTexts(terminal.language);
  const path = portalPolicyPath();
  const read = readPortalPolicy(path);
  // Rules nobody can read are not written over: somebody meant something by them.
  if (!read.ok) return refuse(terminal, 'policy-malformed', `${text.state.malformed} ${path}`);
  const policy = changed(read.value);
  try {
    await writePortalPolicy(policy, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
    return refuse(terminal, 'administrator-needed', fill(text.notAdministrator, { path }));
  }
  terminal.answer(ruleLines(policy, path, text), { path, ...policy });
  return EXIT.valid;
}

function refuse(terminal: Terminal, code: string, sentence: string): ExitCode {
  if (terminal.json) terminal.answer([], { error: { code, message: sentence } });
  else terminal.tell(sentence);
  return EXIT.usage;
}
