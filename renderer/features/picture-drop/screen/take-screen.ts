/** One picture of what the operator chooses to show of the screen; nothing is filmed on, and nothing leaves the page. */

export type ScreenShot = { kind: 'taken'; picture: ImageBitmap } | { kind: 'screen-refused' } | { kind: 'screen-failed' };

/**
 * What stands still is filmed once, and that frame is lost where it comes before its viewer (1 of 50 on a busy machine): a new
 * viewer makes Chromium send it again. A system without a screen to film (no desktop, no consent of the system) sends none at all.
 */
const FRAME_WITHIN_MS = 800;
const TIMES_ASKED = 6;

/** What the shell allowed this page (Permissions Policy); Chromium alone tells, and the DOM types know none of it. */
export const screenOffered = (): boolean =>
  (document as Document & { featurePolicy?: { allowsFeature(feature: string): boolean } }).featurePolicy?.allowsFeature('display-capture') ?? false;

/** The browser asks the operator what to show, each time. */
export async function takeScreen(): Promise<ScreenShot> {
  let film: MediaStream;
  try {
    film = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false });
  } catch (error) {
    return { kind: error instanceof DOMException && error.name === 'NotAllowedError' ? 'screen-refused' : 'screen-failed' };
  }
  try {
    return await firstPicture(film);
  } finally {
    for (const track of film.getTracks()) track.stop();
  }
}

async function firstPicture(film: MediaStream): Promise<ScreenShot> {
  for (let asked = 0; asked < TIMES_ASKED; asked += 1) {
    const picture = await pictureSoon(film);
    if (picture !== null) return { kind: 'taken', picture };
  }
  return { kind: 'screen-failed' };
}

/** @returns null when no frame came in time */
async function pictureSoon(film: MediaStream): Promise<ImageBitmap | null> {
  const video = document.createElement('video');
  const shown = new Promise<true>((resolve) => video.requestVideoFrameCallback(() => resolve(true)));
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), FRAME_WITHIN_MS));
  video.muted = true;
  video.srcObject = film;
  // Resolves with the first frame, which may never come.
  video.play().catch(() => undefined);
  const picture = (await Promise.race([shown, late])) ? await createImageBitmap(video) : null;
  video.srcObject = null;
  return picture;
}
