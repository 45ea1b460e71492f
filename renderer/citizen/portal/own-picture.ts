/** A picture the citizen handed in, back for the citizen: after a reload the page has nothing else to read from. */
import type { PortalSession } from './portal-client.ts';

/** Null where it cannot be had. */
export async function ownPicture({ id, token }: PortalSession, name: 'card-front' | 'card-back'): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const answer = await fetch(`/portal/v1/applications/${id}/materials/${name}`, { headers: { 'x-application-token': token }, cache: 'no-store' });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
