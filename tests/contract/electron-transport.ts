/** Preload and main process of the Electron shell, joined by a stub of Electron's messages. */
import { createWindowHost } from '../../electron/ipc/window-host.ts';
import { ELECTRON_ORIGIN, startAddress } from '../../electron/security/app-origin.ts';
import { installElectronTransport } from '../../electron/shell-electron/electron-transport.ts';
import { HOST_CHANNEL } from '../../electron/shell-electron/host-channel.ts';
import type { Reply, WindowHost } from '../../shared/ipc/wire.ts';
import { installed, ipcRenderer, speaker } from './electron-stub.ts';
import { hearOn, startEchoCore, type TransportUnderTest } from './transport.ts';

/** The module `electron` must already be replaced by the stub. */
export async function openElectronTransport(): Promise<TransportUnderTest> {
  const core = startEchoCore(ELECTRON_ORIGIN);
  const mainFrame = { url: startAddress(ELECTRON_ORIGIN) };
  const sender = { mainFrame };
  installElectronTransport({ ...core, origin: ELECTRON_ORIGIN, isDesk: (contents) => (contents as unknown) === sender });
  await import('../../electron/shell-electron/preload.ts');
  const host = installed.exposed.get('host') as WindowHost;

  const from = async <Value>(senderFrame: object, work: () => Promise<Value>): Promise<Value> => {
    Object.assign(speaker, { sender, senderFrame });
    return work();
  };
  const inner = createWindowHost((message) => ipcRenderer.invoke(HOST_CHANNEL, message));
  return {
    logger: core.logger,
    call: (name, input) => from(mainFrame, () => host.call(name, input)),
    hear: (counts) => from(mainFrame, () => hearOn(host, counts)),
    callFromInnerFrame: (name, input) => from({ url: mainFrame.url }, () => inner.call(name, input)) as Promise<Reply>,
    [Symbol.asyncDispose]: async () => installed.handlers.clear(),
  };
}
