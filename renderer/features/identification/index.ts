/**
 * The identification engine of the citizen's page: face, portrait, movements and card, all in workers.
 * The page's build carries `identificationAssets()`; its server gives `identification/*` as files and the policy of docs/identification.md.
 * A page that may fetch nothing has its own entrance to the face engine: `face/desk-face-engine.ts`.
 */
export { type EngineFailure, type FaceEngine, type FaceWatch, openFaceEngine } from './face/face-engine.ts';
export type { FaceObservation, SeenFace, Still } from './face/face-observation.ts';
export { judgePortrait, type PortraitAdvice } from './portrait/judge-portrait.ts';
export { type SelfieProgress, type SelfieTaking, takeSelfie } from './portrait/take-selfie.ts';
export { driveLiveness, type LivenessEnding, type LivenessPicture, type LivenessRun, type LivenessTask } from './liveness/drive-liveness.ts';
export { cameraFacts } from './liveness/camera-facts.ts';
export { type CardReader, openCardReader } from './card/read-card.ts';
export { type CardWatch, watchCard } from './card/watch-card.ts';
export type { CardAdvice, CardConflict, CardProgress, CardQuality, CardReading, CardShot, CardSide, Quad, ReadField } from './card/card-shot.ts';
