/** The citizen's camera: opened with words for what may go wrong, and looked for without asking. */
import { failure, type Result, success } from '../../../shared/util/result.ts';

export type CameraProblem = 'cameraDenied' | 'cameraNone' | 'cameraBusy';

/** `user` faces the person, `environment` the table. */
export async function askForCamera(facing: 'user' | 'environment' = 'user'): Promise<Result<MediaStream, CameraProblem>> {
  try {
    return success(
      await navigator.mediaDevices.getUserMedia({ video: { facingMode: facing, width: { ideal: 1280 }, height: { ideal: 720 } }, audio: false }),
    );
  } catch (error) {
    const { name } = error as DOMException;
    if (name === 'NotAllowedError' || name === 'SecurityError') return failure('cameraDenied');
    return failure(name === 'NotFoundError' || name === 'OverconstrainedError' ? 'cameraNone' : 'cameraBusy');
  }
}

/** What is known before anybody is asked: `unknown` where the permission is still open. */
export async function cameraOutlook(): Promise<'ready' | 'unknown' | Extract<CameraProblem, 'cameraNone' | 'cameraDenied'>> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  if (!devices.some(({ kind }) => kind === 'videoinput')) return 'cameraNone';
  const permission = await navigator.permissions.query({ name: 'camera' }).catch(() => null);
  if (permission?.state === 'denied') return 'cameraDenied';
  return permission?.state === 'granted' ? 'ready' : 'unknown';
}
