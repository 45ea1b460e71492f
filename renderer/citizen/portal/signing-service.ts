/** The local signing service where the portals look for it: NCALayer, that of a workstation, or the citizen's own key program. */

const ADDRESS = 'wss://127.0.0.1:13579';
const PATIENCE_MS = 3_000;
const ACCESSORY = 'kz.gov.pki.ncalayerservices.accessory';

export interface SigningService {
  /** Null where the connection ended first. An answer may take as long as a person thinks. */
  ask(request: { module: string; method: string; args?: object }): Promise<Record<string, unknown> | null>;
  close(): void;
}

/** Null where nobody listens, or the browser does not let the page through. */
export function openSigningService(address = ADDRESS): Promise<SigningService | null> {
  return new Promise((resolve) => {
    let socket: WebSocket;
    try {
      socket = new WebSocket(address);
    } catch {
      return resolve(null);
    }
    let greeted = false;
    const waiting: ((answer: Record<string, unknown> | null) => void)[] = [];
    const end = (): void => {
      clearTimeout(timer);
      for (const answer of waiting.splice(0)) answer(null);
      resolve(null);
      socket.close();
    };
    const timer = setTimeout(end, PATIENCE_MS);
    socket.onerror = end;
    socket.onclose = end;
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      // The first frame is a greeting; then one answer a request, in their order.
      if (greeted) return waiting.shift()?.(objectIn(data));
      greeted = true;
      clearTimeout(timer);
      resolve({
        ask: (request) =>
          new Promise((answer) => {
            if (socket.readyState !== WebSocket.OPEN) return answer(null);
            waiting.push(answer);
            socket.send(JSON.stringify(request));
          }),
        close: () => socket.close(),
      });
    };
  });
}

/** Modules the service has besides those of signing; null where there is no service. */
export async function servicesAtHand(): Promise<readonly string[] | null> {
  const service = await openSigningService();
  if (service === null) return null;
  const answer = await service.ask({ module: ACCESSORY, method: 'getServices' });
  service.close();
  const services: unknown = answer?.['services'];
  return Array.isArray(services) ? services.filter((name) => typeof name === 'string') : [];
}

function objectIn(frame: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(frame);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
