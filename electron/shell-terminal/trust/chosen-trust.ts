/** Whom a command trusts and whom it asks: a folder, the systems of a connection, or the folder's certificates with those systems. */
import { dataFiles } from '../../adapters/files/data-directory.ts';
import { createFileSeenTimeStore } from '../../adapters/file-seen-time-store.ts';
import { loadResources } from '../../adapters/files/resource-files.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { connectionTrust } from '../../core/connection-trust.ts';
import type { TrustOptions } from '../../core/trust/index.ts';
import { connectGateways } from '../../gateways/index.ts';
import { usageFailure } from '../command-failure.ts';
import { RESOURCES } from '../installation.ts';
import { loadConnection } from '../desk/load-connection.ts';
import type { Terminal } from '../terminal.ts';
import { readTrustFolder } from './trust-folder.ts';
import { trustedConnection } from '../desk/trusted-connection.ts';
import { findDirectory } from '../desk/work-directory.ts';

export interface TrustChoice {
  data?: string;
  trust?: string;
  connection?: string;
}

/**
 * Certificates out of the folder and evidence from the connection's services, where both are named.
 * How old the lists of a folder may be is for whoever laid them there.
 */
export async function chosenTrust({ data, trust, connection }: TrustChoice, terminal: Terminal): Promise<TrustOptions> {
  const folder = trust === undefined ? null : await readTrustFolder(trust);
  if (connection === undefined) {
    if (folder === null) throw usageFailure('trust-needed');
    return { ...folder.certificates, evidence: folder.evidence, clock: systemClock };
  }
  const named = await loadConnection(connection);
  const { policy, pins } = await loadResources(RESOURCES, systemClock);
  const { evidence } = connectGateways(named, systemClock, policy);
  const directory = await findDirectory({ ...(data !== undefined && { data }), environment: named.environment }, terminal);
  // The window and the commands of one workstation are not to be fooled by a clock that either of them saw ahead of.
  const surroundings = { evidence, clock: systemClock, policy, seenTimes: createFileSeenTimeStore(dataFiles(directory).seenTime) };
  if (folder !== null) return { ...connectionTrust(named, surroundings), ...folder.certificates };
  return connectionTrust(await trustedConnection(named, directory, pins), surroundings);
}
