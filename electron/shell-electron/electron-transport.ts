/** Carries the contract between the page in Electron's window and the core in the main process. */
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { answerMessage, type HostEnd } from '../ipc/answer-message.ts';
import type { Caller } from '../ipc/caller-policy.ts';
import { HOST_CHANNEL } from './host-channel.ts';

export interface ElectronTransport extends HostEnd {
  /** Whether these contents are the desk's window; other windows have no business with the core. */
  isDesk(contents: WebContents): boolean;
}

export function installElectronTransport(transport: ElectronTransport): void {
  ipcMain.handle(HOST_CHANNEL, (event, message: unknown) => answerMessage(transport, callerOf(event, transport), message));
}

/** A frame that has gone by the time it is looked at is nobody. */
function callerOf({ sender, senderFrame }: IpcMainInvokeEvent, { isDesk }: ElectronTransport): Caller {
  if (senderFrame === null || !isDesk(sender)) return { frame: 'inner', address: '' };
  return { frame: senderFrame === sender.mainFrame ? 'top' : 'inner', address: senderFrame.url };
}
