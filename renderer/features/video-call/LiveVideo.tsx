/** A picture as it comes; only the other side's has sound. */
import { useEffect, useRef } from 'react';

interface LiveVideoProps {
  readonly stream: MediaStream;
  readonly label: string;
  readonly className: string;
  readonly sound?: boolean;
  /** Where it sounds; left out, or gone, on the system's own speaker. */
  readonly speaker?: string | null;
  /** As people know themselves from a mirror. */
  readonly mirrored?: boolean;
}

export function LiveVideo({ stream, label, className, sound = false, speaker = null, mirrored = false }: LiveVideoProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (video === null) return;
    video.srcObject = stream;
    // Waits for the first track; only a page nobody has touched yet may refuse, and a call begins with a press.
    void video.play().catch(() => undefined);
  }, [stream]);
  useEffect(() => {
    // A speaker that is not plugged in leaves the sound where it is.
    if (sound) void element.current?.setSinkId(speaker ?? '').catch(() => undefined);
  }, [sound, speaker]);
  // Nobody writes captions for a conversation that is just being spoken; the chat is for who cannot hear.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  return <video ref={element} className={className} aria-label={label} muted={!sound} autoPlay playsInline data-mirrored={mirrored || undefined} />;
}
