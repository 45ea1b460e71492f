/** Which PINs of an account anybody would try first, judged on the citizen's page as it is typed and again where it is kept. */

export const PIN_DIGITS = 6;

export type PinFault = 'not-six-digits' | 'one-digit' | 'sequence' | 'from-iin';

/** The first fault of a PIN for the owner of this ИИН, or null. @param iin empty where the page no longer knows it: the service does. */
export function pinFault(pin: string, iin: string): PinFault | null {
  if (!/^\d{6}$/.test(pin)) return 'not-six-digits';
  if (/^(\d)\1{5}$/.test(pin)) return 'one-digit';
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  if (steps.every((step) => step === 1) || steps.every((step) => step === 9)) return 'sequence';
  return iin !== '' && (iin.includes(pin) || iin.includes(dayFirst(pin))) ? 'from-iin' : null;
}

/** A birthday written DDMMYY stands in the ИИН as YYMMDD. */
const dayFirst = (pin: string): string => pin.slice(4) + pin.slice(2, 4) + pin.slice(0, 2);
