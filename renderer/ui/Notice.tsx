/** A message inside the screen: glyph, title, text and what to do about it. */
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './Badge.tsx';
import './notice.css';

const GLYPHS = { neutral: Info, accent: Info, good: CircleCheck, warn: TriangleAlert, bad: OctagonAlert } as const;

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; neither for what was there from the beginning. */
  readonly role?: 'alert' | 'status';
}

export function Notice({ tone, title, children, action, role }: NoticeProps) {
  const Glyph = GLYPHS[tone];
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Glyph size={20} aria-hidden className="notice-glyph" />
      <div className="notice-words">
        {title === undefined ? null : <p className="notice-title">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
