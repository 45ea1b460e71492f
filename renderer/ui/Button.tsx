/** The one button: what it does in words, the key that does the same beside it. */
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';
import { KeyHint } from './KeyHint.tsx';

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  /** The key that does the same, as printed on the keyboard. */
  readonly hint?: string;
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'refuse';
  readonly size?: 'normal' | 'large' | 'small';
}

export function Button({ children, icon, hint, look = 'secondary', size = 'normal', 'aria-label': label, ...rest }: ButtonProps) {
  // What is seen on a button belongs to its name, the key too (WCAG 2.5.3).
  const name = label !== undefined && hint !== undefined ? `${label} ${hint}` : label;
  return (
    <AriaButton {...rest} {...(name !== undefined && { 'aria-label': name })} className={`button button-${look} button-${size}`}>
      {icon}
      {children === undefined ? null : <span className="button-text">{children}</span>}
      {hint === undefined ? null : <KeyHint keys={hint} />}
    </AriaButton>
  );
}
