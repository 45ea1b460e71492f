/** The camera of the desk. */
export type { CameraChoice } from './camera-choice.ts';
export { readStillPicture } from './decode-session.ts';
export { ScanPanel, type ScanPanelProps } from './ScanPanel.tsx';
export type { FetchTrainingFrame } from './use-training-camera.ts';
