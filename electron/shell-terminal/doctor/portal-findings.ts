/** Whether web portals reach the signing service: rules, trust of this user's browsers, and the browsers' gate to loopback. */
import { existsSync } from 'node:fs';
import { gatePatterns, isLetThrough } from '../../adapters/ncalayer/browser-gate.ts';
import { readBrowserPolicies, readInstalledGate } from '../../adapters/ncalayer/browser-policy.ts';
import { changeTrust, hasCertutil } from '../../adapters/ncalayer/browser-trust.ts';
import { authorityFile } from '../../adapters/ncalayer/loopback-authority.ts';
import { portalPolicyPath, readPortalPolicy } from '../../adapters/portal-policy-file.ts';
import { RESOURCES } from '../installation.ts';
import type { Finding } from './finding.ts';

/** @param root before the paths of the browsers' policies, for tests */
export async function portalFindings(directory: string, root?: string): Promise<Finding[]> {
  const policy = readPortalPolicy();
  if (!policy.ok) return [{ part: 'portals', state: 'bad', fact: portalPolicyPath() }];
  if (!policy.value.enabled) return [{ part: 'portals', state: 'unused', fact: '' }];
  const allowed = gatePatterns(await readInstalledGate(RESOURCES), policy.value);
  return [{ part: 'portals', ...(await trustState(directory)) }, { part: 'browsers', ...(await gateState(allowed, root)) }];
}

async function trustState(directory: string): Promise<Pick<Finding, 'state' | 'fact'>> {
  const file = authorityFile(directory);
  if (!existsSync(file)) return { state: 'warn', fact: 'tekser ncalayer trust' };
  if (process.platform === 'linux' && !(await hasCertutil())) return { state: 'warn', fact: 'certutil' };
  const distrusting = (await changeTrust('look', file)).filter(({ state }) => state !== 'trusted');
  return distrusting.length === 0 ? { state: 'good', fact: '' } : { state: 'warn', fact: `tekser ncalayer trust (${distrusting.map(({ name }) => name).join(', ')})` };
}

/** A portal that is allowed and not let through by a browser hangs there until somebody answers the browser's question. */
async function gateState(allowed: readonly string[], root: string | undefined): Promise<Pick<Finding, 'state' | 'fact'>> {
  const browsers = await readBrowserPolicies(root);
  const closed = browsers.filter(({ origins }) => !allowed.every((pattern) => isLetThrough(pattern, origins ?? []))).map(({ browser }) => browser);
  return closed.length === 0 ? { state: 'good', fact: '' } : { state: 'warn', fact: `tekser ncalayer browsers (${closed.join(', ')})` };
}
