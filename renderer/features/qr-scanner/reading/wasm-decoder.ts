/** The main decoder: zxing-cpp compiled to WebAssembly (zxing-wasm) behind our interface. */
import { binarizers, characterSets, encodeFormats, getZXingModule, textModes } from 'zxing-wasm/reader';
import type { Decoder, GreyPicture, Look, Reading, Sampling } from './decoder.ts';
import { isSide } from './recover/symbol-layout.ts';

type Reader = Awaited<ReturnType<typeof getZXingModule>>;
type Options = Parameters<Reader['readBarcodesFromPixmap']>[3];
type Symbols = ReturnType<Reader['readBarcodesFromPixmap']>;
type Found = NonNullable<ReturnType<Symbols['get']>>;

/** What every module of Emscripten has; the library's types leave it to a package of global names. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(at: number): void;
}

/** Model 2 alone: the small kinds (Micro, rMQR) protect so little that torn pictures read as two digits. */
const QR = encodeFormats(['QRCodeModel2']);
/** Linear codes on the back of old identity cards; others (goods, parcels) are not looked for. */
const LINEAR = encodeFormats(['Code128', 'Code39']);

const BASE: Options = {
  formats: QR,
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  tryDownscale: true,
  tryDenoise: false,
  binarizer: binarizers.indexOf('LocalAverage'),
  isPure: false,
  downscaleFactor: 3,
  downscaleThreshold: 500,
  minLineCount: 2,
  maxNumberOfSymbols: 255,
  validateOptionalChecksum: false,
  returnErrors: true,
  eanAddOnSymbol: 0,
  textMode: textModes.indexOf('Plain'),
  characterSet: characterSets.indexOf('Unknown'),
  tryCode39ExtendedMode: false,
};

const OPTIONS: Readonly<Record<Look, Options>> = {
  plain: BASE,
  inverted: { ...BASE, tryInvert: true },
  denoised: { ...BASE, tryInvert: true, tryDenoise: true },
  linear: { ...BASE, formats: LINEAR, returnErrors: false },
};

/**
 * @param wasm the bytes of zxing_reader.wasm: the library would fetch them over the network
 * @throws where WebAssembly cannot start (policy, memory): the caller falls back to the script decoder
 */
export async function createWasmDecoder(wasm: Uint8Array<ArrayBuffer>): Promise<Decoder> {
  // Its complaint about a refused start is ours to handle, not the console's.
  const overrides = { wasmBinary: wasm.buffer, printErr: () => undefined } as Parameters<typeof getZXingModule>[0];
  const module = (await getZXingModule(overrides)) as Reader & Memory;
  const memory = heldMemory(module);

  return {
    read(picture, look) {
      const symbols = module.readBarcodesFromPixmap(memory.hold(picture), picture.width, picture.height, OPTIONS[look]);
      const reading = readingOf(Array.from({ length: symbols.size() }, (_, index) => symbols.get(index)!), look);
      // A list of the module's is not freed by our garbage collector.
      (symbols as Symbols & { delete(): void }).delete();
      return reading;
    },
  };
}

/** One block of the module's memory for all frames: a fresh one each would fragment a heap that never shrinks. */
function heldMemory(module: Memory): { hold(picture: GreyPicture): number } {
  const { _malloc: allocate, _free: release } = module;
  let block = { at: 0, size: 0 };
  return {
    hold({ luma }) {
      if (luma.length > block.size) {
        if (block.size > 0) release(block.at);
        block = { at: allocate(luma.length), size: luma.length };
      }
      module.HEAPU8.set(luma, block.at);
      return block.at;
    },
  };
}

function readingOf(found: readonly Found[], look: Look): Reading {
  const read = found.filter(({ isValid }) => isValid);
  const codes = read.map((symbol) => ({
    text: textOf(symbol),
    symbology: look === 'linear' ? ('linear' as const) : ('qr' as const),
    box: boxOf(symbol),
  }));
  const unread = found.filter(({ isValid }) => !isValid).map((symbol) => ({ box: boxOf(symbol), sampling: samplingOf(symbol) }));
  return { codes: distinct(codes.filter(({ text }) => text !== '')), unread };
}

/** The library draws what it sampled as a picture of a pixel a module, black for ink. */
function samplingOf({ symbol: { data, width, height }, position }: Found): Sampling | null {
  if (width !== height || !isSide(width) || data.length !== width * height) return null;
  return {
    side: width,
    ink: Uint8Array.from(data, (level) => (level === 0 ? 1 : 0)),
    corners: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft],
  };
}

/** Symbols seldom name their character set, and everyone today means UTF-8; the library guesses by statistics instead. */
function textOf({ bytes, text, hasECI }: Found): string {
  if (hasECI) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

function boxOf({ position }: Found) {
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The same code twice on a picture is one code. */
function distinct<Code extends { text: string }>(codes: readonly Code[]): Code[] {
  return codes.filter((code, index) => codes.findIndex(({ text }) => text === code.text) === index);
}
