/** Brings values into the form that crosses to the page, and bounds what comes from it. */
import type { WireValue } from '../../shared/ipc/wire.ts';

const DEEPEST = 32;

/**
 * Copies a value of the core for the wire; properties that are undefined are left out, as JSON does.
 * @throws {TypeError} for what the transports would change silently: Map, Set, Date, class instances, functions, NaN.
 */
export function toWire(value: unknown, depth = 0): WireValue {
  if (depth > DEEPEST) throw new TypeError('value too deep for the wire');
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  // A Buffer is a view into a shared pool; its bytes are copied out.
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map((item) => toWire(item, depth + 1));
  if (typeof value === 'object' && isPlain(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.map(([key, item]) => [key, toWire(item, depth + 1)]));
  }
  throw new TypeError(`not a wire value: ${typeof value === 'object' ? Object.prototype.toString.call(value) : typeof value}`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Whether the value fits into `limit` units: one for every value, character and byte. Stops counting as soon as it does not. */
export function fitsWire(value: unknown, limit: number): boolean {
  let left = limit;
  const take = (item: unknown, depth: number): boolean => {
    left -= 1;
    if (left < 0 || depth > DEEPEST) return false;
    if (typeof item === 'string' || item instanceof Uint8Array) {
      left -= item.length;
      return left >= 0;
    }
    if (Array.isArray(item)) return item.length <= left && item.every((part) => take(part, depth + 1));
    if (typeof item === 'object' && item !== null) {
      return Object.entries(item).every(([key, part]) => take(key, depth + 1) && take(part, depth + 1));
    }
    return true;
  };
  return take(value, 0);
}
