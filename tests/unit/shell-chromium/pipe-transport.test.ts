/** Messages of the browser arrive whole, in their order, however the pipe cuts them. */
import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pipeTransport } from '../../../electron/shell-chromium/pipe-transport.ts';

function openPipe() {
  const toBrowser = new PassThrough();
  const fromBrowser = new PassThrough();
  let closings = 0;
  const transport = pipeTransport({ toBrowser, fromBrowser }, () => (closings += 1));
  const heard: object[] = [];
  transport.onmessage = (message) => heard.push(message);
  return { toBrowser, fromBrowser, transport, heard, closings: () => closings };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();
}

test('messages cut anywhere, also inside a letter, and several at once arrive one by one', async () => {
  const { fromBrowser, heard } = openPipe();
  const bytes = Buffer.from('{"id":1,"name":"Әсел"}\0{"id":2}\0{"id":3}\0');
  for (const byte of bytes.subarray(0, 30)) fromBrowser.write(Buffer.of(byte));
  fromBrowser.write(bytes.subarray(30));
  await settled();
  expect(heard).toEqual([{ id: 1, name: 'Әсел' }, { id: 2 }, { id: 3 }]);
});

test('what is sent ends with a zero byte, and a wish to close is passed on', () => {
  const { toBrowser, transport, closings } = openPipe();
  transport.send({ id: 7, method: 'Page.enable' });
  expect(toBrowser.read().toString()).toBe('{"id":7,"method":"Page.enable"}\0');
  transport.close();
  expect(closings()).toBe(1);
});

test('Playwright hears when the browser is gone', async () => {
  const { fromBrowser, transport } = openPipe();
  let gone = false;
  transport.onclose = () => (gone = true);
  fromBrowser.destroy();
  await settled();
  expect(gone).toBe(true);
});
