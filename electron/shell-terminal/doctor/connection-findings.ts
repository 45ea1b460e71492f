/** Whether the systems of the connection answer, agree with our clock, and are trusted for long enough. */
import { X509Certificate } from 'node:crypto';
import type { Connection } from '../../../shared/domain/connection.ts';
import type { Result } from '../../../shared/util/result.ts';
import { loadResources } from '../../adapters/resource-files.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { connectGateways } from '../../gateways/index.ts';
import type { ConnectionFault } from '../../workstation/read-connection.ts';
import { RESOURCES } from '../installation.ts';
import type { Finding } from './finding.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Anchors are replaced ahead of need: an expired one makes every document untrusted on the same morning. */
const WARN_BEFORE_EXPIRY_MS = 60 * DAY_MS;

/** @param connection null where none was named */
export async function connectionFindings(connection: Result<Connection, ConnectionFault> | null): Promise<Finding[]> {
  if (connection === null) return [{ part: 'connection', state: 'skipped', fact: '--connection' }];
  if (connection.ok) return [...(await serviceFindings(connection.value)), trustFinding(connection.value)];
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

function trustFinding({ trust }: Connection): Finding {
  const now = systemClock.now().getTime();
  const certificates = [...trust.anchors, ...trust.intermediates].map((base64) => new X509Certificate(Buffer.from(base64, 'base64')));
  const first = certificates.toSorted((a, b) => Date.parse(a.validTo) - Date.parse(b.validTo))[0]!;
  const left = Date.parse(first.validTo) - now;
  const state = left <= 0 ? 'bad' : left < WARN_BEFORE_EXPIRY_MS ? 'warn' : 'good';
  return { part: 'trust', state, fact: new Date(first.validTo).toISOString().slice(0, 10) };
}
