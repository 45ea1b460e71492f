/** Whom this workstation trusts, and for how long: its trust store, and what its connection comes to. */
import { existsSync } from 'node:fs';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { PinnedEnvironment, type TrustPin } from '../../../shared/domain/trust/trust-pin.ts';
import { dataFiles } from '../../adapters/files/data-directory.ts';
import { environmentOf } from '../../adapters/files/environment-marker.ts';
import { loadResources, ResourceInvalid } from '../../adapters/files/resource-files.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { readTrustStore } from '../../adapters/trust-store.ts';
import { settleTrust } from '../../workstation/settle-trust.ts';
import { RESOURCES } from '../installation.ts';
import { type AuthorityTerm, firstToEnd, termOf } from '../trust/authority-term.ts';
import type { Finding } from './finding.ts';

/** @param connection null where none was named or it cannot be read */
export async function trustFindings(directory: string, connection: Connection | null): Promise<Finding[]> {
  const pins = await shippedPins();
  if (pins === null) return [{ part: 'authorities', state: 'skipped', fact: '' }];
  const store = await storeFinding(directory, pins);
  return connection === null ? [store] : [store, await connectionFinding(connection, directory, pins)];
}

/** Null in a damaged installation, which is a finding of its own. */
async function shippedPins(): Promise<readonly TrustPin[] | null> {
  try {
    return (await loadResources(RESOURCES, systemClock)).pins;
  } catch (error) {
    if (error instanceof ResourceInvalid) return null;
    throw error;
  }
}

async function storeFinding(directory: string, pins: readonly TrustPin[]): Promise<Finding> {
  const environment = PinnedEnvironment.safeParse(await environmentOf(directory));
  if (!environment.success || !existsSync(dataFiles(directory).trust)) return { part: 'authorities', state: 'unused', fact: '' };
  const { authorities, strangers } = await readTrustStore(directory, environment.data, pins);
  const termsOf = (role: TrustPin['role']) => authorities.filter(({ pin }) => pin.role === role).map(({ certificate }) => termNow(certificate));
  const state = stateOf(termsOf('root'), termsOf('issuer'));
  return { part: 'authorities', state: state === 'good' && strangers.length > 0 ? 'warn' : state, fact: [authorities.length, ...strangers].join(', ') };
}

async function connectionFinding(connection: Connection, directory: string, pins: readonly TrustPin[]): Promise<Finding> {
  const settled = await settleTrust(connection, directory, pins);
  if (!settled.ok) return { part: 'trust', state: 'bad', fact: settled.failure.code };
  const roots = settled.value.trust.anchors.map(fromBase64).map(termNow);
  const issuers = settled.value.trust.intermediates.map(fromBase64).map(termNow);
  return { part: 'trust', state: stateOf(roots, issuers), fact: firstToEnd([...roots, ...issuers])?.until ?? '' };
}

/** Nothing new can be proved without a root in force, nor with issuing authorities that all have ended; otherwise whoever ends first decides. */
function stateOf(roots: readonly AuthorityTerm[], issuers: readonly AuthorityTerm[]): Finding['state'] {
  if (firstToEnd(roots) === null || (issuers.length > 0 && firstToEnd(issuers) === null)) return 'bad';
  return firstToEnd([...roots, ...issuers])?.state === 'ending' ? 'warn' : 'good';
}

const termNow = (certificate: Uint8Array): AuthorityTerm => termOf(certificate, systemClock.now());
const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
