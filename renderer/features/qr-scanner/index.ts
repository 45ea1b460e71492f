/** The camera of the desk. */
export type { CameraChoice } from './camera/camera-choice.ts';
export { readStillPicture } from './decode-session.ts';
export { ScanPanel, type ScanPanelProps } from './ScanPanel.tsx';
export type { FetchTrainingFrame } from './camera/use-training-camera.ts';
