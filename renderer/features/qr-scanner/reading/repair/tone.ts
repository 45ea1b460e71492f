/** Bends brightness: spreads what is crowded near black (a dim screen, a bright lamp in view) or near white (glare). */
import type { GreyPicture } from '../decoder.ts';
import { inPlace, type Copy } from './copy.ts';

/** @param exponent below one lightens the dark, above one darkens the light; black and white stay */
export function withTone({ width, height, luma }: GreyPicture, exponent: number): Copy {
  const tone = Uint8ClampedArray.from({ length: 256 }, (_, level) => 255 * (level / 255) ** exponent);
  const bent = new Uint8ClampedArray(luma.length);
  for (let index = 0; index < luma.length; index += 1) bent[index] = tone[luma[index]!]!;
  return inPlace({ width, height, luma: bent });
}
