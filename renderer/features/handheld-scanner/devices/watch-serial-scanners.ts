/** Listens to every scanner on a serial port that this desk was given; one that was pulled out is found again. */
import { assembleScans, SILENCE_MS } from './scan-assembler.ts';
import { isTerminator } from './scan-bytes.ts';
import type { ScannerListener } from './scanner-listener.ts';
import type { Serial, SerialPort } from './serial-port.ts';

/** Ports that are open, with the end of it: a desk that changes the speed waits for itself to let go. */
const held = new WeakMap<SerialPort, Promise<void>>();

/** @param baudRate of scanners on a real serial line; over USB any will do @returns stops listening and closes the ports */
export function watchSerialScanners(serial: Serial, baudRate: number, listener: ScannerListener): () => void {
  const readers = new Map<SerialPort, ReadableStreamDefaultReader<Uint8Array> | null>();
  let over = false;
  const tell = () => {
    if (!over) listener.connected([...readers].filter(([, reader]) => reader !== null).map(() => ({ kind: 'serial', name: '' })));
  };

  function watch(port: SerialPort): void {
    if (over || readers.has(port)) return;
    readers.set(port, null);
    held.set(port, read(port, held.get(port)));
  }

  async function read(port: SerialPort, letGo: Promise<void> | undefined): Promise<void> {
    await letGo;
    if (!over && (await isOpened(port))) await readOpened(port);
    readers.delete(port);
    tell();
  }

  /** Held by another program it cannot be opened, and the operator is told. */
  async function isOpened(port: SerialPort): Promise<boolean> {
    try {
      await port.open({ baudRate });
      return true;
    } catch {
      if (!over) listener.refused();
      return false;
    }
  }

  async function readOpened(port: SerialPort): Promise<void> {
    const reader = port.readable?.getReader() ?? null;
    readers.set(port, reader);
    tell();
    // Pulled out while it was read: `connect` tells when it is back.
    if (reader !== null && !over) await readScans(reader, listener).catch(() => undefined);
    reader?.releaseLock();
    await port.close().catch(() => undefined);
  }

  const onConnect = (event: Event) => watch(event.target as SerialPort);
  serial.addEventListener('connect', onConnect);
  void serial.getPorts().then((ports) => {
    for (const port of ports) watch(port);
  });
  return () => {
    over = true;
    serial.removeEventListener('connect', onConnect);
    for (const reader of readers.values()) void reader?.cancel().catch(() => undefined);
  };
}

/** Until the stream ends. @throws what the port throws when it is pulled out */
async function readScans(reader: ReadableStreamDefaultReader<Uint8Array>, { scan }: ScannerListener): Promise<void> {
  const assembler = assembleScans();
  const give = (text: string | null) => {
    if (text !== null) scan(text);
  };
  // A scanner set to send nothing after a code is heard to have ended it.
  const waitForSilence = () => setTimeout(() => give(assembler.silence()), SILENCE_MS);
  let timer = waitForSilence();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      for (const part of splitAtTerminators(value)) give(assembler.add(part.bytes, part.ended));
      timer = waitForSilence();
    }
  } finally {
    clearTimeout(timer);
  }
}

function* splitAtTerminators(bytes: Uint8Array): Generator<{ bytes: Uint8Array; ended: boolean }> {
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (!isTerminator(bytes[at]!)) continue;
    yield { bytes: bytes.subarray(from, at), ended: true };
    from = at + 1;
  }
  yield { bytes: bytes.subarray(from), ended: false };
}
