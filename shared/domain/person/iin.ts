/** ИИН: twelve digits YYMMDD + century and sex + four serial digits + check digit. Always a string: leading zeros count. */
import { z } from 'zod';
import { isIin } from './iin-digits.ts';

export { birthDateOfIin, iinCheckDigit, isIin } from './iin-digits.ts';

export const Iin = z.string().refine(isIin, 'not an ИИН');
export type Iin = z.infer<typeof Iin>;
