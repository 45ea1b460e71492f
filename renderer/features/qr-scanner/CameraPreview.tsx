/** What the camera sees; mirrored nothing, so that text on the phone stays readable. */
import { useEffect, useRef } from 'react';

interface CameraPreviewProps {
  readonly stream: MediaStream;
  /** Nothing moves before the camera: the last picture is still true, and painting it again costs more than watching for movement. */
  readonly still: boolean;
}

export function CameraPreview({ stream, still }: CameraPreviewProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    if (element.srcObject !== stream) element.srcObject = stream;
    if (still) element.pause();
    // Refused only where the element is gone before it could begin.
    else element.play().catch(() => undefined);
  }, [still, stream]);
  return <video ref={video} className="scan-film" aria-hidden="true" tabIndex={-1} autoPlay muted playsInline />;
}
