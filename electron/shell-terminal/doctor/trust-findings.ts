/** Whom this workstation trusts, and for how long: its trust store, and what its connection comes to. */
import { existsSync } from 'node:fs';
import type { Connection } from '../../../shared/domain/connection.ts';
import { PinnedEnvironment, type TrustPin } from '../../../shared/domain/trust-pin.ts';
import { dataFiles } from '../../adapters/data-directory.ts';
import { environmentOf } from '../../adapters/environment-marker.ts';
import { loadResources, ResourceInvalid } from '../../adapters/resource-files.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { readTrustStore } from '../../adapters/trust-store.ts';
import { settleTrust } from '../../workstation/settle-trust.ts';
import { RESOURCES } from '../installation.ts';
import { type AuthorityTerm, termOf, firstToEnd } from '../trust/authority-term.ts';
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
  if (!environment.success || !existsSync(dataFiles(directory).trust)) return { part: 'authorities', state: 'skipped', fact: '' };
  const { authorities, strangers } = await readTrustStore(directory, environment.data, pins);
  const roots = authorities.filter(({ pin }) => pin.role === 'root').map(({ certificate }) => certificate);
  const state = stateOf(roots, authorities.map(({ certificate }) => certificate));
  return { part: 'authorities', state: state === 'good' && strangers.length > 0 ? 'warn' : state, fact: [authorities.length, ...strangers].join(', ') };
}

async function connectionFinding(connection: Connection, directory: string, pins: readonly TrustPin[]): Promise<Finding> {
  const settled = await settleTrust(connection, directory, pins);
  if (!settled.ok) return { part: 'trust', state: 'bad', fact: settled.failure.code };
  const { anchors, intermediates } = settled.value.trust;
  const all = [...anchors, ...intermediates].map(fromBase64);
  return { part: 'trust', state: stateOf(anchors.map(fromBase64), all), fact: firstToEnd(all.map(termNow))?.until ?? '' };
}

/** Without a root in force nothing can be proved; otherwise whoever of all ends first decides. */
function stateOf(roots: readonly Uint8Array[], all: readonly Uint8Array[]): Finding['state'] {
  if (!roots.map(termNow).some(({ state }) => state !== 'ended')) return 'bad';
  return firstToEnd(all.map(termNow))?.state === 'ending' ? 'warn' : 'good';
}

const termNow = (certificate: Uint8Array): AuthorityTerm => termOf(certificate, systemClock.now());
const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
