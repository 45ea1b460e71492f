/** Keeps the application's token over a reload of this tab, and the name of the device over visits; neither says anything of the person. */
import type { PortalSession } from './portal-client.ts';

const SESSION = 'application';
const DEVICE = 'device';

/** Null in a fresh tab, and where the browser keeps nothing. */
export function keptSession(): PortalSession | null {
  const kept = read(() => sessionStorage.getItem(SESSION));
  if (kept === null) return null;
  const { id, token } = JSON.parse(kept) as PortalSession;
  return { id, token };
}

export const keepSession = (session: PortalSession): void => void read(() => sessionStorage.setItem(SESSION, JSON.stringify(session)));

export const forgetSession = (): void => void read(() => sessionStorage.removeItem(SESSION));

/** SHA-256 of a number drawn once for this browser; null where it may keep nothing. */
export async function deviceHash(): Promise<string | null> {
  const drawn = read(() => {
    const known = localStorage.getItem(DEVICE) ?? crypto.randomUUID();
    localStorage.setItem(DEVICE, known);
    return known;
  });
  if (drawn === null) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(drawn));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Storage may be forbidden; the page works without, for as long as it is open. */
function read<Value>(use: () => Value): Value | null {
  try {
    return use();
  } catch {
    return null;
  }
}
