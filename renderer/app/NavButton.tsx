/** The way to one screen, with the key that leads there. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { KeyHint } from '../ui/KeyHint.tsx';

interface NavButtonProps {
  readonly icon: ReactNode;
  /** The cap of its key; not drawn where there is no room for it, the key map names it. */
  readonly hint: string;
  readonly here: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

export function NavButton({ icon, hint, here, onPress, children }: NavButtonProps) {
  return (
    <Button className="nav-button" onPress={onPress} {...(here && { 'aria-current': 'page' })}>
      {icon}
      <span className="nav-button-text">{children}</span>
      <KeyHint keys={hint} />
    </Button>
  );
}
