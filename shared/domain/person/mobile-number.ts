/** Phone numbers as people say them, brought to the form БМГ knows. */

/**
 * E.164 (+77XXXXXXXXX) for a Kazakh mobile number typed with +7, 8 or from the operator code on; null otherwise.
 * Codes 71x and 72x are cities: a landline (+7 7172 …) cannot be in БМГ.
 */
export function normaliseMobileNumber(typed: string): string | null {
  const text = typed.trim();
  if (!/^\+?[\d\s().\u00A0\u2010-\u2015-]+$/.test(text)) return null;
  const digits = text.replaceAll(/\D/g, '');
  const national = nationalPart(digits, text.startsWith('+'));
  return national !== null && /^7[03-9]\d{8}$/.test(national) ? `+7${national}` : null;
}

function nationalPart(digits: string, international: boolean): string | null {
  if (digits.length === 11 && digits.startsWith('7')) return digits.slice(1);
  if (digits.length === 11 && digits.startsWith('8') && !international) return digits.slice(1);
  if (digits.length === 10 && !international) return digits;
  return null;
}
