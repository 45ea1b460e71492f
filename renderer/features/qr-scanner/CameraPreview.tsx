/** What the camera sees; mirrored nothing, so that text on the phone stays readable. */
import { useEffect, useRef } from 'react';

export function CameraPreview({ stream }: { stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return <video ref={video} className="scan-film" aria-hidden="true" tabIndex={-1} autoPlay muted playsInline />;
}
