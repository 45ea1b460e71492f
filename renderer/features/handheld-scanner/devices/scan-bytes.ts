/** From the bytes of a scan to its text: devices that speak bytes pass on what the code holds, in the coding it was written in. */

/** Carriage return, line feed and tab: what scanners are set to send after a code. */
const TERMINATORS: ReadonlySet<number> = new Set([0x0d, 0x0a, 0x09]);
export const isTerminator = (byte: number): boolean => TERMINATORS.has(byte);

/** Null for bytes that are no text at all. */
export function textOfScan(bytes: Uint8Array): string | null {
  let end = bytes.length;
  while (end > 0 && isTerminator(bytes[end - 1]!)) end -= 1;
  const own = bytes.subarray(0, end);
  if (own.length === 0 || own.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(own);
  } catch {
    // Printers of older Kazakh and Russian codes wrote in the code page of Windows.
    return new TextDecoder('windows-1251').decode(own);
  }
}
