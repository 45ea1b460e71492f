/** The heading of a step: takes the focus when the step comes, so that a screen reader reads it and the keyboard begins there. */
import { useEffect, useRef } from 'react';

export function StepHeading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1} className="citizen-title">
      {text}
    </h1>
  );
}
