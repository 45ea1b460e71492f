/** Lets the page film a screen, as the house's policy says and the operator chose which. */
import { desktopCapturer, type DesktopCapturerSource, type Session } from 'electron';
import type { AppOrigin } from '../security/app-origin.ts';
import { mayAskForScreen } from '../security/screen-policy.ts';

export interface ScreenAccess {
  origin: AppOrigin;
  offersScreen: boolean;
  operatorPresent(): boolean;
  /** Asks the operator which of these screens; null where they choose none. */
  pickScreen(names: readonly string[]): Promise<number | null>;
}

export function installScreenAccess(session: Session, { origin, offersScreen, operatorPresent, pickScreen }: ScreenAccess): void {
  session.setDisplayMediaRequestHandler(({ frame, videoRequested, audioRequested, userGesture }, give) => {
    const question = { frame: frame?.parent === null ? 'top' : 'inner', address: frame?.url ?? '', sound: audioRequested } as const;
    if (!videoRequested || !userGesture || !mayAskForScreen(question, origin, offersScreen, operatorPresent())) return give(null);
    chosenScreen(pickScreen).then(
      (video) => give(video === null ? null : { video }),
      () => give(null),
    );
  });
}

/** Asked even where there is one screen alone: any click of the operator is a gesture to the page, and only this is an answer. */
async function chosenScreen(pick: ScreenAccess['pickScreen']): Promise<DesktopCapturerSource | null> {
  const screens = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize: { width: 0, height: 0 } });
  const index = screens.length === 0 ? null : await pick(screens.map(({ name }) => name));
  return index === null ? null : (screens[index] ?? null);
}
