/** Reads the symbols that a look found and could not correct, by how surely each of their modules is seen once the grid follows them. */
import type { DecodedCode, Decoder, GreyPicture, Sampling, UnreadSymbol } from '../decoder.ts';
import { drawSymbol } from '../draw-symbol.ts';
import { followGrid } from './follow-grid.ts';
import { recoverSymbol } from './recover-symbol.ts';
import { type SeenModules, seeModules, sureModules } from './see-modules.ts';
import { softPart } from './soft-part.ts';

/** @param picture in whose pixels the symbols are placed: not one that was parted into black and white, where every module looks sure */
export function readUnsure(decoder: Decoder, picture: GreyPicture, unread: readonly UnreadSymbol[], known: string | null): readonly DecodedCode[] {
  const texts = new Map<string, DecodedCode>();
  for (const { box, sampling } of unread) {
    const symbol = sampling === null ? null : recovered(picture, sampling);
    const codes = symbol === null ? [] : decoder.read(drawSymbol(symbol.side, (module) => symbol.ink[module] === 1), 'plain', known).codes;
    for (const code of codes) texts.set(code.text, { ...code, box });
  }
  return [...texts.values()];
}

/** As it lies, then bent: what covers a symbol would bend a grid that was right. */
function recovered(picture: GreyPicture, sampling: Sampling): ReturnType<typeof recoverSymbol> {
  const { soft, flat } = softPart(picture, sampling);
  return recoveredFrom(seeModules(soft, flat), sampling.side) ?? recoveredFrom(followGrid(soft, flat), sampling.side);
}

function recoveredFrom(seen: SeenModules | null, side: number): ReturnType<typeof recoverSymbol> {
  if (seen === null) return null;
  const [byLightAround, byOneLight] = sureModules(seen);
  return recoverSymbol(byLightAround, side) ?? recoverSymbol(byOneLight, side);
}
