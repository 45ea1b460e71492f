/** Runs sandboxed before the page: gives it `window.host` and not one object of Electron. */
import { contextBridge, ipcRenderer } from 'electron';
import { createWindowHost } from '../ipc/window-host.ts';
import { HOST_CHANNEL } from './host-channel.ts';

contextBridge.exposeInMainWorld(
  'host',
  createWindowHost((message) => ipcRenderer.invoke(HOST_CHANNEL, message)),
);
