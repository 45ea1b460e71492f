/** Whether the systems of the connection answer and agree with our clock. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { Result } from '../../../shared/util/result.ts';
import { loadResources } from '../../adapters/files/resource-files.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { connectGateways } from '../../gateways/index.ts';
import type { ConnectionFault } from '../../workstation/read-connection.ts';
import { RESOURCES } from '../installation.ts';
import type { Finding } from './finding.ts';

/** @param connection null where none was named */
export async function connectionFindings(connection: Result<Connection, ConnectionFault> | null): Promise<Finding[]> {
  if (connection === null) return [{ part: 'connection', state: 'skipped', fact: '--connection' }];
  if (connection.ok) return serviceFindings(connection.value);
  const { code, source, detail } = connection.failure;
  return [{ part: 'connection', state: 'bad', fact: `${code}: ${source}${detail === null ? '' : ` (${detail})`}` }];
}

async function serviceFindings(connection: Connection): Promise<Finding[]> {
  const { policy } = await loadResources(RESOURCES, systemClock);
  const answer = await connectGateways(connection, systemClock, policy).documents.serviceTime();
  const name = `${connection.name}, ${connection.environment}`;
  if (!answer.ok) {
    return [
      { part: 'connection', state: 'bad', fact: `${name}: ${answer.failure.code}` },
      { part: 'clock', state: 'skipped', fact: '' },
    ];
  }
  const offsetMs = answer.value.getTime() - systemClock.now().getTime();
  const { clockWarnMs, clockRefuseMs } = policy().numbers;
  const off = Math.abs(offsetMs);
  return [
    { part: 'connection', state: 'good', fact: name },
    { part: 'clock', state: off >= clockRefuseMs ? 'bad' : off >= clockWarnMs ? 'warn' : 'good', fact: `${Math.round(offsetMs / 1000)} s` },
  ];
}
