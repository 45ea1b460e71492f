/** The decoder where WebAssembly cannot start: @zxing/browser behind the same interface, with several attempts a look. */
import type { DecodedCode, Decoder, Look } from '../decoder.ts';
import { createBrowserReader } from './browser-reader.ts';
import { findCodes } from './find-codes.ts';
import type { Attempt } from './single-reader.ts';

const ATTEMPTS: Readonly<Record<Look, readonly Attempt[]>> = {
  plain: ['plain', 'turned', 'turned-far'],
  inverted: ['inverted'],
  denoised: ['thorough', 'level-light', 'plain', 'turned', 'turned-far'],
  linear: ['linear'],
};

export function createScriptDecoder(): Decoder {
  const reader = createBrowserReader();
  return {
    read(picture, look, known) {
      const found = new Map<string, DecodedCode>();
      for (const attempt of ATTEMPTS[look]) {
        for (const code of findCodes(reader, picture, attempt, known)) found.set(code.text, code);
        if (found.size > 0) break;
      }
      return { codes: [...found.values()], unread: [] };
    },
  };
}
