/** What the portal knows of an application when a desk asks: who applies, what was handed in, and the facts the rules of risk look at. */
import { z } from 'zod';
import { CaseMaterial } from './case-desk.ts';
import { Instant } from '../checking/check-outcome.ts';
import { Iin } from '../person/iin.ts';
import { CardData } from '../identification/identification.ts';
import { RiskSignal } from './issuance-case.ts';

/** What was read from the card and what its owner made of it. */
export const CardRecord = z.strictObject({
  /** As the machine read it; null in a field it could not read. */
  read: CardData,
  /** As the person confirmed or corrected it. */
  confirmed: CardData,
  /** Latin letters of the machine-readable zone; null where none was read. */
  latin: z.strictObject({ surname: z.string().max(60), name: z.string().max(60) }).nullable(),
  /** Whether the zone was read and every check digit of it held. */
  mrz: z.enum(['good', 'wrong', 'unread']),
});
export type CardRecord = z.infer<typeof CardRecord>;

export const ApplicationFacts = z.strictObject({
  iin: Iin,
  /** Last two digits of the number in БМГ; null where none is registered. */
  phoneEnding: z.string().regex(/^\d{2}$/).nullable(),
  /** When the number in БМГ was last changed, where that is known. */
  phoneChangedAt: Instant.nullable(),
  /** Applications of this person in the last seven days, this one included. */
  applicationsThisWeek: z.int().nonnegative(),
  /** Other persons who applied from the same device in the last thirty days. */
  othersOnDevice: z.int().nonnegative(),
  /** A state body looks for this person. */
  wanted: z.boolean(),
  /** What the citizen's page noticed by itself: signs, never proofs. */
  signals: z.array(RiskSignal),
  /** Null until the person has confirmed it. */
  card: CardRecord.nullable(),
  /** Newest first where one was taken again. */
  materials: z.array(CaseMaterial),
});
export type ApplicationFacts = z.infer<typeof ApplicationFacts>;
