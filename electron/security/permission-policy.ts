/** The only thing the page may ever be granted: the picture of a camera, while an operator is at the desk. */
import type { OperatorSession } from '../../shared/domain/operator-session.ts';
import { type AppOrigin, isOwnAddress } from './app-origin.ts';

export interface PermissionRequest {
  permission: string;
  /** What of `media` is asked for; empty where the caller does not say. */
  mediaTypes: readonly string[];
  frame: 'top' | 'inner';
  address: string;
}

/** Every screen with a camera belongs to a signed-in operator; a locked desk films nobody. */
export const cameraAllowed = (session: OperatorSession['state']): boolean => session === 'signed-in';

export function mayUse(request: PermissionRequest, origin: AppOrigin, session: OperatorSession['state']): boolean {
  const videoOnly = request.mediaTypes.length > 0 && request.mediaTypes.every((type) => type === 'video');
  return (
    request.permission === 'media' &&
    videoOnly &&
    request.frame === 'top' &&
    isOwnAddress(request.address, origin) &&
    cameraAllowed(session)
  );
}
