/** How fast the way to the service of calls is, by moving octets there and back before anybody waits in a call. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { LineMeasure } from '../../../shared/domain/call/call-view.ts';
import { boundedFetch } from '../bounded-fetch.ts';
import { API_KEY_HEADER, LINE_CHECK_PATH } from './messages.ts';

/** Half a second of the video both ways at the rate asked for; less says nothing about the rate, more keeps people waiting. */
const OCTETS = 256 * 1024;

/** Null where the service does not answer. */
export async function measureLine({ url, apiKey, timeoutMs }: NonNullable<Connection['calls']>): Promise<LineMeasure | null> {
  const exchange = async (octets: number, body: Uint8Array<ArrayBuffer>): Promise<number | null> => {
    const began = performance.now();
    const answer = await boundedFetch({
      url: new URL(`${LINE_CHECK_PATH}?octets=${octets}`, url).href,
      method: 'POST',
      headers: { [API_KEY_HEADER]: apiKey, 'content-type': 'application/octet-stream' },
      body,
      timeoutMs,
      maxBytes: OCTETS,
    });
    return answer.ok && answer.value.status === 200 && answer.value.bytes.length === octets ? performance.now() - began : null;
  };
  // The first one pays for the connection.
  if ((await exchange(0, new Uint8Array())) === null) return null;
  const roundTrip = await exchange(0, new Uint8Array());
  const down = await exchange(OCTETS, new Uint8Array());
  const up = await exchange(0, new Uint8Array(OCTETS));
  if (roundTrip === null || down === null || up === null) return null;
  const rate = (ms: number): number => Math.round((OCTETS * 8000) / Math.max(1, ms - roundTrip));
  return { downBitsPerSecond: rate(down), upBitsPerSecond: rate(up), roundTripMs: Math.round(roundTrip) };
}
