/** Whether a local signing service (NCALayer, or the one of a workstation) listens where the portals look for it. */

const ADDRESS = 'wss://127.0.0.1:13579';
const PATIENCE_MS = 3_000;

/** Opens the socket and closes it at once: being there is all that is asked. */
export function probeSigningService(address = ADDRESS): Promise<boolean> {
  return new Promise((resolve) => {
    let socket: WebSocket;
    try {
      socket = new WebSocket(address);
    } catch {
      return resolve(false);
    }
    const end = (there: boolean): void => {
      clearTimeout(timer);
      socket.close();
      resolve(there);
    };
    const timer = setTimeout(() => end(false), PATIENCE_MS);
    socket.onopen = () => end(true);
    socket.onerror = () => end(false);
  });
}
