/** A short state in words with a tone and, where given, a glyph. */
import type { ReactNode } from 'react';
import './badge.css';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'accent';

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
