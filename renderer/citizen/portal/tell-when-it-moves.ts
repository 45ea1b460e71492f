/** A notification of the system for who looks elsewhere while an employee decides: only that there is an answer, never which. */

/** Asks for the permission; false where it is not given. */
export async function tellWhenItMoves(): Promise<boolean> {
  return globalThis.Notification !== undefined && (await Notification.requestPermission()) === 'granted';
}

/** Nothing happens where it was not permitted, or while the page is in sight. */
export function noteMoved(title: string): void {
  if (document.visibilityState === 'visible' || globalThis.Notification?.permission !== 'granted') return;
  const note = new Notification(title, { tag: 'application' });
  note.onclick = () => {
    window.focus();
    note.close();
  };
}
