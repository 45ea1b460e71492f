/** Time left as a ring that empties and as minutes and seconds in its middle. */
import './countdown-ring.css';
import { minutesAndSeconds } from './minutes-and-seconds.ts';

const RADIUS = 26;
const LENGTH = 2 * Math.PI * RADIUS;

interface CountdownRingProps {
  readonly leftMs: number;
  readonly wholeMs: number;
  readonly label: string;
}

export function CountdownRing({ leftMs, wholeMs, label }: CountdownRingProps) {
  const share = Math.max(0, Math.min(1, leftMs / wholeMs));
  const stage = leftMs <= 0 ? 'ended' : leftMs <= 60_000 ? 'short' : 'enough';
  return (
    <div className={`ring ring-${stage}`} role="timer" aria-label={label}>
      <svg viewBox="0 0 64 64" className="ring-drawing" aria-hidden="true">
        <circle className="ring-track" cx="32" cy="32" r={RADIUS} />
        <circle
          className="ring-left"
          cx="32"
          cy="32"
          r={RADIUS}
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - share)}
          transform="rotate(-90 32 32)"
        />
      </svg>
      <span className="ring-time">{minutesAndSeconds(leftMs)}</span>
    </div>
  );
}
