/** What the browser knows about the camera, and what in it speaks for pictures from a program instead of a lens. */
import type { CameraFacts, CameraSuspicion } from '../../../../shared/domain/identification/liveness-record.ts';

/** Names by which programs that feed pictures to a browser announce themselves; a film in a camera's place bears the name of its file. */
const VIRTUAL = /virtual|obs\b|manycam|xsplit|snap camera|droidcam|iriun|epoccam|ivcam|e2esoft|v4l2loopback|dummy|fake|splitcam|youcam|mmhmm|camo\b|prism live|nvidia broadcast|\.(?:mjpe?g|y4m|mp4|webm)$/i;

type Track = Pick<MediaStreamTrack, 'label' | 'getSettings'> & Partial<Pick<MediaStreamTrack, 'getCapabilities'>>;

export function cameraFacts(track: Track): CameraFacts {
  const { width = 0, height = 0, frameRate = 0 } = track.getSettings();
  const suspicions: CameraSuspicion[] = [];
  if (track.label === '') suspicions.push('no-name');
  else if (VIRTUAL.test(track.label)) suspicions.push('virtual-camera-name');
  // The picture of a canvas or of a file is no device and has nothing to be capable of.
  if (Object.keys(track.getCapabilities?.() ?? {}).filter((name) => name !== 'deviceId' && name !== 'groupId').length === 0) suspicions.push('no-capabilities');
  return { label: track.label.slice(0, 200), width, height, frameRate: Math.round(frameRate * 100) / 100, suspicions };
}
