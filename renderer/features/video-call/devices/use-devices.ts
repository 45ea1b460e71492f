/** What is plugged in, kept up to date while the page looks. */
import { useEffect, useState } from 'react';
import { type DeviceLists, listsOf } from './choose-device.ts';

const NOTHING_KNOWN: DeviceLists = listsOf([]);

/** @param mayAsk once something was opened: before that the browser tells no names */
export function useDevices(mayAsk: boolean): DeviceLists {
  const [lists, setLists] = useState(NOTHING_KNOWN);
  useEffect(() => {
    if (!mayAsk) return;
    let current = true;
    const look = (): void => void navigator.mediaDevices.enumerateDevices().then((known) => void (current && setLists(listsOf(known))));
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => {
      current = false;
      navigator.mediaDevices.removeEventListener('devicechange', look);
    };
  }, [mayAsk]);
  return lists;
}
