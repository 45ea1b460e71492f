/** One way to present a document. */
import type { LucideIcon } from 'lucide-react';
import { KeyHint } from '../../ui/KeyHint.tsx';

interface ReadyWayProps {
  readonly glyph: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly hint?: string;
}

export function ReadyWay({ glyph: Glyph, title, text, hint }: ReadyWayProps) {
  return (
    <li className="ready-way">
      <Glyph size={44} strokeWidth={1.5} aria-hidden />
      <h2 className="ready-way-title">
        {title} {hint === undefined ? null : <KeyHint keys={hint} />}
      </h2>
      <p className="soft">{text}</p>
    </li>
  );
}
