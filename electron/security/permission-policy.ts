/** What of the machine the page may ever be granted: a camera while an operator is at the desk, a microphone while they take calls. */
import type { OperatorSession } from '../../shared/domain/desk/operator-session.ts';
import { type AppOrigin, isOwnAddress } from './app-origin.ts';

export interface PermissionRequest {
  permission: string;
  /** What of `media` is asked for; empty where the caller does not say. */
  mediaTypes: readonly string[];
  frame: 'top' | 'inner';
  address: string;
}

export type DeskMedia = 'nothing' | 'camera' | 'camera-and-microphone';

/** Every screen with a camera belongs to a signed-in operator; a locked desk films nobody, and a counter hears nobody. */
export function mediaOf(session: OperatorSession['state'], takesCalls: boolean): DeskMedia {
  if (session !== 'signed-in') return 'nothing';
  return takesCalls ? 'camera-and-microphone' : 'camera';
}

const GRANTED: Readonly<Record<DeskMedia, readonly string[]>> = { nothing: [], camera: ['video'], 'camera-and-microphone': ['video', 'audio'] };

export function mayUse(request: PermissionRequest, origin: AppOrigin, media: DeskMedia): boolean {
  const granted = request.mediaTypes.length > 0 && request.mediaTypes.every((type) => GRANTED[media].includes(type));
  return request.permission === 'media' && granted && request.frame === 'top' && isOwnAddress(request.address, origin);
}
