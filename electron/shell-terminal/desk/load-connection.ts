/** The connection a command names, or the sentence in which the command ends. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { type ConnectionFault, readConnection } from '../../workstation/read-connection.ts';
import { type CommandFailure, undetermined, usageFailure } from '../command-failure.ts';

/** @throws {CommandFailure} */
export async function loadConnection(source: string): Promise<Connection> {
  const read = await readConnection(source);
  if (!read.ok) throw asCommandFailure(read.failure);
  return read.value;
}

function asCommandFailure({ code, source }: ConnectionFault): CommandFailure {
  switch (code) {
    case 'unreadable':
      return usageFailure('file-unreadable', source);
    case 'too-large':
      return usageFailure('file-too-large', source);
    case 'insecure':
      return usageFailure('connection-insecure', source);
    case 'malformed':
      return usageFailure('connection-malformed', source);
    case 'unreachable':
      return undetermined('connection-unreachable', source);
  }
}
