/** Reads the code of one still picture: there is no next frame, so every way of repairing it is tried until one reads. */
import type { StillResult } from '../decode-protocol.ts';
import type { DecodedCode, Decoder, GreyPicture } from './decoder.ts';
import { readRung, RUNGS } from './rungs.ts';

/**
 * @param second asked for once nothing else reads: another library is blind in other places
 * @returns the codes of the first look that shows any
 */
export async function codesOfStill(
  decoder: Decoder,
  picture: GreyPicture,
  second: () => Promise<Decoder>,
): Promise<readonly DecodedCode[]> {
  for (const rung of RUNGS) {
    const { codes } = readRung(decoder, rung, picture, null);
    if (codes.length > 0) return codes;
  }
  return (await second()).read(picture, 'denoised', null).codes;
}

/** Nobody may guess between two codes. */
export async function readStill(
  decoder: Decoder,
  picture: GreyPicture,
  second: () => Promise<Decoder>,
): Promise<Extract<StillResult, { kind: 'code' | 'several' | 'without-code' }>> {
  const [code, other] = await codesOfStill(decoder, picture, second);
  if (code === undefined) return { kind: 'without-code' };
  return other === undefined ? { kind: 'code', text: code.text } : { kind: 'several' };
}
