/** Rests the focus on words that come while somebody types or presses: a key on its way to something else presses nothing here. */
import { type RefObject, useEffect, useRef } from 'react';

/** @returns for an element with `tabIndex={-1}`; the next press of Tab goes to what follows it */
export function useRestingFocus<Place extends HTMLElement>(): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => place.current?.focus(), []);
  return place;
}
