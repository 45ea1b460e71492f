/** Lets the person sign a trial text in NCALayer with the new file: the portals will ask for it in the same way. */

const ADDRESS = 'wss://127.0.0.1:13579';
const REQUEST = {
  module: 'kz.gov.pki.knca.basics',
  method: 'sign',
  args: {
    allowedStorages: ['PKCS12'],
    format: 'cms',
    data: 'VGVrc2Vy',
    signingParams: { decode: true, encapsulate: true, digested: false },
    signerParams: { extKeyUsageOids: ['1.2.398.3.3.4.1.1'] },
  },
};

export type Tried = 'signed' | 'cancelled' | 'failed';

/** The first frame is a greeting; a cancelled dialog is an answer without a result. */
export function trySignature(locale: string, address = ADDRESS): Promise<Tried> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address);
    let greeted = false;
    const end = (tried: Tried): void => {
      socket.close();
      resolve(tried);
    };
    socket.onerror = () => end('failed');
    socket.onclose = () => resolve('failed');
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      if (!greeted) {
        greeted = true;
        socket.send(JSON.stringify({ ...REQUEST, args: { ...REQUEST.args, locale } }));
        return;
      }
      end(outcomeOf(data));
    };
  });
}

function outcomeOf(frame: string): Tried {
  const { status, body } = JSON.parse(frame) as { status?: boolean; body?: { result?: unknown } };
  if (status !== true) return 'failed';
  return body?.result === undefined ? 'cancelled' : 'signed';
}
