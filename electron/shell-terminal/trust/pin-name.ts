/** How a known authority is called on screen: names repeat between generations and worlds, and a name need not say that it is a test. */
import type { TrustPin } from '../../../shared/domain/trust/trust-pin.ts';
import type { Terminal } from '../terminal.ts';
import { certificateTexts } from '../texts/certificate/index.ts';

export const pinName = ({ name, generation, environment }: TrustPin, { language }: Pick<Terminal, 'language'>): string =>
  `${name} (${generation}, ${certificateTexts(language).world[environment]})`;
