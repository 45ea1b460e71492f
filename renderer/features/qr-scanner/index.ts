/** The camera of the desk. */
export { DeskCamera } from './DeskCamera.tsx';
export { readStillPicture } from './decode-session.ts';
