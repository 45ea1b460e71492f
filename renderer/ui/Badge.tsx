/** A short state in words with a tone and, where given, a glyph. */
import type { ReactNode } from 'react';
import './badge.css';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'accent';

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  /** More than fits: shown to who points at it, read to who listens. */
  readonly hint?: string;
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', icon, hint, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`} title={hint}>
      {icon}
      <span>{children}</span>
      {hint === undefined ? null : <span className="visually-hidden">{hint}</span>}
    </span>
  );
}
