/** The ports of video calls, where the connection names their service. */
import { createDiskCallStore } from '../adapters/disk-call-store.ts';
import type { Resources } from '../adapters/files/resource-files.ts';
import { createCallLine } from '../gateways/call/index.ts';
import type { Connection } from '../../shared/domain/desk/connection.ts';
import type { CallPorts } from '../ports/calls/call-ports.ts';
import type { SecretBox } from '../ports/secret-box.ts';

/** @param file of the call in hand */
export function openCallPorts({ calls }: Connection, file: string, { callScripts: scripts, liveness }: Pick<Resources, 'callScripts' | 'liveness'>, box: SecretBox): CallPorts | null {
  if (calls === undefined) return null;
  return { line: createCallLine(calls), store: createDiskCallStore(file, box), scripts, liveness, iceServers: calls.iceServers };
}
