/** To whose workstation a connection belongs: by the user who owns its other end, never by the order of arrival. */
import { connect, type Socket } from 'node:net';
import type { SessionRegistry } from './session-registry.ts';

export interface Routing {
  /** The user of this session; null where the system does not tell users apart by number. */
  ownUid: number | null;
  /** User at the other end of a loopback connection; null where that cannot be told. */
  uidOfPeer(socket: Socket): Promise<number | null>;
  registry: SessionRegistry;
}

/** Answers whether the connection is ours. One of another user is handed on as it is, still sealed by TLS, or ended: no dialog opens before the wrong eyes. */
export async function isOurs(socket: Socket, { ownUid, uidOfPeer, registry }: Routing): Promise<boolean> {
  const uid = ownUid === null ? null : await uidOfPeer(socket);
  if (uid === null || uid === ownUid) return true;
  const port = await registry.portOf(uid);
  if (port === null) socket.destroy();
  else handOn(socket, port);
  return false;
}

function handOn(socket: Socket, port: number): void {
  const other = connect(port, '127.0.0.1');
  const end = (): void => {
    socket.destroy();
    other.destroy();
  };
  for (const side of [socket, other]) side.on('error', end).once('close', end);
  socket.pipe(other).pipe(socket);
}
