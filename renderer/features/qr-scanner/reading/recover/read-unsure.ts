/** Reads the symbols that a look found and could not correct, by how surely each of their modules was seen. */
import type { DecodedCode, Decoder, GreyPicture, UnreadSymbol } from '../decoder.ts';
import { drawSymbol } from '../draw-symbol.ts';
import { recoverSymbol } from './recover-symbol.ts';
import { sureModules } from './sure-modules.ts';

/** @param picture that was looked at, in whose pixels the symbols are placed */
export function readUnsure(decoder: Decoder, picture: GreyPicture, unread: readonly UnreadSymbol[], known: string | null): readonly DecodedCode[] {
  const texts = new Map<string, DecodedCode>();
  for (const { box, sampling } of unread) {
    if (sampling === null) continue;
    const { decoder: seen, grey } = sureModules(picture, sampling);
    const symbol = recoverSymbol(seen, sampling.side) ?? recoverSymbol(grey, sampling.side);
    const codes = symbol === null ? [] : decoder.read(drawSymbol(symbol.side, (module) => symbol.ink[module] === 1), 'plain', known).codes;
    for (const code of codes) texts.set(code.text, { ...code, box });
  }
  return [...texts.values()];
}
