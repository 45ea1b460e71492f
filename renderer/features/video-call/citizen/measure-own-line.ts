/** How fast the way from the citizen's page to the service is, by octets there and back. */
import type { LineFacts } from '../check/grades.ts';

const OCTETS = 256 * 1024;
const PATIENCE_MS = 15_000;

/** Null where the service does not answer in time. */
export async function measureOwnLine(portal: string, applicationId: string, token: string): Promise<LineFacts | null> {
  const exchange = async (octets: number, body: Uint8Array<ArrayBuffer>): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(`${portal}/portal/v1/applications/${applicationId}/line-check?octets=${octets}`, {
      method: 'POST',
      headers: { 'x-application-token': token, 'content-type': 'application/octet-stream' },
      body,
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok || (await answer.arrayBuffer()).byteLength !== octets) throw new Error('LineCheckRefused');
    return performance.now() - began;
  };
  try {
    // The first one pays for the connection.
    await exchange(0, new Uint8Array());
    const roundTripMs = await exchange(0, new Uint8Array());
    const rate = (ms: number): number => (OCTETS * 8000) / Math.max(1, ms - roundTripMs);
    const downBitsPerSecond = rate(await exchange(OCTETS, new Uint8Array()));
    const upBitsPerSecond = rate(await exchange(0, new Uint8Array(OCTETS)));
    return { downBitsPerSecond, upBitsPerSecond, roundTripMs };
  } catch {
    return null;
  }
}
