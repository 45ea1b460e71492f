/** Scanners on a serial line: bytes to texts, ends of scans, ports that come, go and are held by others. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assembleScans } from '../../../renderer/features/handheld-scanner/devices/scan-assembler.ts';
import { textOfScan } from '../../../renderer/features/handheld-scanner/devices/scan-bytes.ts';
import { watchSerialScanners } from '../../../renderer/features/handheld-scanner/devices/watch-serial-scanners.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Of a device that has been open and silent for a while. */
function settledAssembler() {
  const assembler = assembleScans();
  expect(assembler.silence()).toBeNull();
  return assembler;
}

describe('the bytes of a scan', () => {
  it.each([
    ['Latin', bytesOf('https://example.kz/?a=1'), 'https://example.kz/?a=1'],
    ['Kazakh in UTF-8', bytesOf('әғқңөұүһі ӘҒҚҢӨҰҮҺІ'), 'әғқңөұүһі ӘҒҚҢӨҰҮҺІ'],
    ['Russian in the code page of Windows', Uint8Array.of(0xd2, 0xe5, 0xea, 0xf1, 0xe5, 0xf0), 'Тексер'],
    ['what ends a scan', bytesOf('123456\r\n'), '123456'],
  ])('say %s', (_name, bytes, text) => {
    expect(textOfScan(bytes)).toBe(text);
  });

  it('are no text with a zero among them, or with nothing', () => {
    expect(textOfScan(Uint8Array.of(0x31, 0, 0x32))).toBeNull();
    expect(textOfScan(bytesOf('\r\n'))).toBeNull();
  });

  it('come back as they were written, however they were cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 6, maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (text, step) => {
        fc.pre(!/[\t\r\n\0]/.test(text));
        const assembler = settledAssembler();
        const bytes = bytesOf(text);
        let whole: string | null = null;
        for (let at = 0; at < bytes.length; at += step) whole = assembler.add(bytes.subarray(at, at + step), at + step >= bytes.length);
        return whole === text.replace(/^\uFEFF/, '');
      }),
    );
  });
});

describe('the assembler', () => {
  it('drops a scan longer than any code whole, and takes the next', () => {
    const assembler = settledAssembler();
    expect(assembler.add(new Uint8Array(8000).fill(0x41), false)).toBeNull();
    expect(assembler.add(new Uint8Array(500).fill(0x41), false)).toBeNull();
    expect(assembler.add(bytesOf('123456'), true)).toBeNull();
    expect(assembler.add(bytesOf('123456'), true)).toBe('123456');
  });

  it('takes nothing shorter than a code', () => {
    expect(settledAssembler().add(bytesOf('12345'), true)).toBeNull();
    expect(settledAssembler().add(bytesOf('123456'), true)).toBe('123456');
  });

  it('drops what it hears first to its end, which may be the rest of a scan, unless there was silence before it', () => {
    const assembler = assembleScans();
    expect(assembler.add(bytesOf('ple.kz/1'), false)).toBeNull();
    expect(assembler.add(bytesOf('123456'), true)).toBeNull();
    expect(assembler.add(bytesOf('123456'), true)).toBe('123456');
  });
});

class FakePort extends EventTarget {
  readable: ReadableStream<Uint8Array> | null = null;
  opened: number[] = [];
  busy = false;
  #line: ReadableStreamDefaultController<Uint8Array> | null = null;
  getInfo = () => ({});
  async open({ baudRate }: { baudRate: number }) {
    if (this.readable !== null) throw new DOMException('The port is already open.', 'InvalidStateError');
    if (this.busy) throw new DOMException('Failed to open serial port.', 'NetworkError');
    this.opened.push(baudRate);
    this.readable = new ReadableStream({ start: (line) => void (this.#line = line) });
  }
  async close() {
    this.readable = null;
  }
  async forget() {}
  send = (text: string) => this.#line!.enqueue(bytesOf(text));
  pullOut = () => this.#line!.error(new DOMException('The device has been lost.', 'NetworkError'));
}
class FakeSerial extends EventTarget {
  readonly port = new FakePort();
  getPorts = async () => [this.port];
  requestPort = async () => this.port;
  plugIn = () => {
    const event = new Event('connect');
    Object.defineProperty(event, 'target', { value: this.port });
    this.dispatchEvent(event);
  };
}

function watching(serial = new FakeSerial(), baudRate = 9600) {
  const heard = { scans: [] as string[], connected: [] as number[], refused: 0 };
  const stop = watchSerialScanners(serial, baudRate, {
    scan: (text) => heard.scans.push(text),
    connected: (scanners) => heard.connected.push(scanners.length),
    refused: () => (heard.refused += 1),
  });
  return { serial, port: serial.port, heard, stop };
}

/** Longer than the silence after which a scan may begin. */
const SETTLED_MS = 150;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a watched serial line', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gives the scans that are ended, in pieces or several at once, and one that only silence ends', async () => {
    const { port, heard } = watching();
    await pass(SETTLED_MS);
    expect(heard.connected).toEqual([1]);
    expect(port.opened).toEqual([9600]);
    port.send('https://exam');
    port.send('ple.kz/1\r\n123456\r');
    await pass(0);
    expect(heard.scans).toEqual(['https://example.kz/1', '123456']);
    port.send('654321');
    await pass(SETTLED_MS);
    expect(heard.scans.at(-1)).toBe('654321');
  });

  it('is opened again after it was pulled out and plugged in', async () => {
    const { serial, port, heard } = watching();
    await pass(SETTLED_MS);
    expect(heard.connected).toEqual([1]);
    port.pullOut();
    await pass(0);
    expect(heard.connected.at(-1)).toBe(0);
    serial.plugIn();
    await pass(SETTLED_MS);
    expect(heard.connected.at(-1)).toBe(1);
    port.send('123456\r');
    await pass(0);
    expect(heard.scans).toEqual(['123456']);
    expect(heard.refused).toBe(0);
  });

  it('that another program holds is told', async () => {
    const serial = new FakeSerial();
    serial.port.busy = true;
    const { heard } = watching(serial);
    await pass(0);
    expect(heard.refused).toBe(1);
  });

  it('is opened at another speed as soon as it was let go of', async () => {
    const { serial, port, heard, stop } = watching();
    await pass(0);
    expect(heard.connected).toEqual([1]);
    stop();
    const faster = watching(serial, 115_200);
    await pass(0);
    expect(faster.heard.connected).toEqual([1]);
    expect(port.opened).toEqual([9600, 115_200]);
    expect(faster.heard.refused).toBe(0);
  });

  it('is closed when nobody is at the desk any more', async () => {
    const { port, heard, stop } = watching();
    await pass(0);
    expect(heard.connected).toEqual([1]);
    stop();
    await pass(0);
    expect(port.readable).toBeNull();
  });

  it('loses a scan that a lock cuts in two: half a code is no code', async () => {
    const { port, heard, stop } = watching();
    await pass(SETTLED_MS);
    port.send('https://example.kz/1');
    await pass(10);
    stop();
    await pass(1000);
    expect(heard.scans).toEqual([]);
  });

  it('loses a scan that an unlock cuts in two to its end, and gives the next', async () => {
    const { port, heard } = watching();
    await pass(10);
    port.send('le.kz/1/of-which-the-beginning-went');
    await pass(10);
    port.send('-123456\r');
    await pass(0);
    expect(heard.scans).toEqual([]);
    port.send('654321\r');
    await pass(0);
    expect(heard.scans).toEqual(['654321']);
  });

  it('loses no more of a scan an unlock cuts in two that only silence ends', async () => {
    const { port, heard } = watching();
    await pass(10);
    port.send('le.kz/1/123456');
    await pass(SETTLED_MS);
    port.send('654321');
    await pass(SETTLED_MS);
    expect(heard.scans).toEqual(['654321']);
  });
});
