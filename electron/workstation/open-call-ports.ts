/** The ports of video calls, where the connection names their service. */
import { createJsonCallStore } from '../adapters/json-call-store.ts';
import { createCallLine } from '../gateways/call/index.ts';
import type { Connection } from '../../shared/domain/connection.ts';
import type { CallPorts } from '../ports/call-ports.ts';

/** @param file of the call in hand */
export function openCallPorts({ calls }: Connection, file: string, scripts: CallPorts['scripts']): CallPorts | null {
  if (calls === undefined) return null;
  return { line: createCallLine(calls), store: createJsonCallStore(file), scripts, iceServers: calls.iceServers };
}
