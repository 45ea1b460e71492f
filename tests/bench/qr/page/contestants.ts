/** The decoders of the bench on the same grey picture: the product's ladder, and each library alone at its best setting. */
import { BrowserQRCodeReader } from '@zxing/browser';
import jsQRModule from 'jsqr';
import { encodeFormats } from 'zxing-wasm/reader';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { decoderBytes } from '../../../../renderer/features/qr-scanner/decoder-bytes.ts';
import type { Decoder, GreyPicture } from '../../../../renderer/features/qr-scanner/reading/decoder.ts';
import { provideScriptDecoder } from '../../../../renderer/features/qr-scanner/reading/provide-decoder.ts';
import { codesOfStill } from '../../../../renderer/features/qr-scanner/reading/still-reader.ts';
import type { Contestant } from '../qr-answer.ts';

/** A bundler hands over the function, Node's types the module around it. */
const jsQR = jsQRModule as unknown as typeof jsQRModule.default;

/** A picture in the form each library takes, made before the clock starts. */
export interface Prepared {
  grey: GreyPicture;
  pixels: ImageData;
  canvas: HTMLCanvasElement;
}

export type Read = (prepared: Prepared) => Promise<readonly string[]>;

export function createContestants(decoder: Decoder): Readonly<Record<Contestant, Read>> {
  prepareZXingModule({ overrides: { wasmBinary: decoderBytes().buffer } as NonNullable<Parameters<typeof prepareZXingModule>[0]>['overrides'] & {} });
  const zxingBrowser = new BrowserQRCodeReader();
  // Which of the QR kinds is looked for changes what is misread: all of them are asked the same.
  const settings = { formats: [encodeFormats(['QRCodeModel2']) as 'QRCodeModel2'], tryDenoise: true, textMode: 'Plain' } as const;

  return {
    product: async ({ grey }) => (await codesOfStill(decoder, grey, provideScriptDecoder)).map(({ text }) => text),
    'zxing-wasm': async ({ pixels }) => (await readBarcodes(pixels, { ...settings, formats: [...settings.formats] })).map(({ text }) => text),
    'zxing-browser': async ({ canvas }) => {
      try {
        return [zxingBrowser.decodeFromCanvas(canvas).getText()];
      } catch {
        return []; // the library says "no code here" by throwing
      }
    },
    jsqr: async ({ pixels }) => {
      const code = jsQR(pixels.data, pixels.width, pixels.height);
      return code === null || code.data === '' ? [] : [code.data];
    },
  };
}
