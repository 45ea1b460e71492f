/** The dialogs that lie over the screens: what they hide, nobody decides about by a key. */
import { useLayoutEffect, useState } from 'react';

/** The uppermost last. */
const open: symbol[] = [];

export const isUnderDialog = (): boolean => open.length > 0;

/** Counts the component as an open dialog for as long as it is there. @returns whether it is the uppermost now */
export function useOpenDialog(): () => boolean {
  const [own] = useState(() => Symbol('dialog'));
  useLayoutEffect(() => {
    open.push(own);
    return () => void open.splice(open.indexOf(own), 1);
  }, [own]);
  return () => open.at(-1) === own;
}
