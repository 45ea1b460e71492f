/** Constructed BER of indefinite length (X.690 8.1.3.6), as the NCA's files are written inside their definite frame. */
import { type Bytes, context, TAG } from '../../trust/asn1/index.ts';

const END_OF_CONTENTS = [0, 0];

export const indefinite = (tag: number, ...parts: Bytes[]): Bytes => Uint8Array.from([tag, 0x80, ...parts.flatMap((part) => [...part]), ...END_OF_CONTENTS]);
export const openSequence = (...parts: Bytes[]): Bytes => indefinite(TAG.sequence, ...parts);
export const openExplicit = (...parts: Bytes[]): Bytes => indefinite(context(0), ...parts);
