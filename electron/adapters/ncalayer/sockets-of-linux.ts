/** Which program holds a socket on this machine: read from /proc on Linux, unknown elsewhere. */
import { readdir, readFile, readlink } from 'node:fs/promises';

export interface SocketOwner {
  /** User id of the owner of the socket. */
  uid: number;
  /** Name of the program; null where its process belongs to somebody else. */
  program: string | null;
}

const LISTEN = '0A';
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];

/** The program that listens on this port. */
export const ownerOfListener = (port: number): Promise<SocketOwner | null> => ownerOf((local, _remote, state) => local === port && state === LISTEN);

/** The program at the other end of a loopback connection. @param port its own, as our side sees it */
export const ownerOfPeer = (port: number, ourPort: number): Promise<SocketOwner | null> => ownerOf((local, remote) => local === port && remote === ourPort);

/** The user alone, which needs no look into processes. */
export async function uidOfPeer(port: number, ourPort: number): Promise<number | null> {
  return (await lineOf((local, remote) => local === port && remote === ourPort))?.uid ?? null;
}

type Matches = (localPort: number, remotePort: number, state: string) => boolean;

async function ownerOf(matches: Matches): Promise<SocketOwner | null> {
  const line = await lineOf(matches);
  return line === null ? null : { uid: line.uid, program: await programOf(line.inode) };
}

async function lineOf(matches: Matches): Promise<{ uid: number; inode: string } | null> {
  if (process.platform !== 'linux') return null;
  for (const table of TABLES) {
    const lines = (await readFile(table, 'utf8').catch(() => '')).split('\n').slice(1);
    for (const line of lines) {
      const [, local = '', remote = '', state = '', , , , uid = '', , inode = ''] = line.trim().split(/\s+/);
      if (local === '' || !matches(portOf(local), portOf(remote), state)) continue;
      return { uid: Number(uid), inode };
    }
  }
  return null;
}

const portOf = (address: string): number => Number.parseInt(address.slice(address.lastIndexOf(':') + 1), 16);

async function programOf(inode: string): Promise<string | null> {
  const wanted = `socket:[${inode}]`;
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const id of processes) {
    const descriptors = await readdir(`/proc/${id}/fd`).catch(() => []);
    for (const descriptor of descriptors) {
      const target = await readlink(`/proc/${id}/fd/${descriptor}`).catch(() => '');
      if (target === wanted) return (await readFile(`/proc/${id}/comm`, 'utf8').catch(() => '')).trim() || null;
    }
  }
  return null;
}
