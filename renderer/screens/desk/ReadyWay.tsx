/** One way to present a document. */
import type { ReactNode } from 'react';
import { KeyHint } from '../../ui/KeyHint.tsx';

interface ReadyWayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly hint?: string;
}

export function ReadyWay({ icon, title, text, hint }: ReadyWayProps) {
  return (
    <li className="ready-way">
      {icon}
      <h2 className="ready-way-title">
        {title} {hint === undefined ? null : <KeyHint keys={hint} />}
      </h2>
      <p className="soft">{text}</p>
    </li>
  );
}
