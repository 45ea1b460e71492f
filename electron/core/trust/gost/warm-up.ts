/** Does the arithmetic of a verification a few times over nothing, so that the compiler has seen it when somebody waits for an answer. */
import { CURVE_512_A } from './curves.ts';
import { verifyGost3410 } from './gost-34-10.ts';
import { streebog512 } from './streebog.ts';

/** The first takes four times as long as one of these; more make it no quicker. */
const ROUNDS = 8;
const HASHED_OCTETS = 16 * 1024;

export function warmUpGost(): void {
  const hashed = new Uint8Array(HASHED_OCTETS);
  // No signature of anything: it is found wrong with as much work as a right one is found right.
  const value = new Uint8Array(2 * CURVE_512_A.size).fill(0x5a);
  for (let round = 0; round < ROUNDS; round += 1) verifyGost3410({ curve: CURVE_512_A, point: CURVE_512_A.Point.BASE.double() }, streebog512(hashed), value);
}
