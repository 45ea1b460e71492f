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
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  useEffect(() => {
    if (still) video.current?.pause();
    // Refused only where the element is gone before it could begin.
    else video.current?.play().catch(() => undefined);
  }, [still, stream]);
  return <video ref={video} className="scan-film" aria-hidden="true" tabIndex={-1} autoPlay muted playsInline />;
}
