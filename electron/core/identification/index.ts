/** Entrance of the identification domain: what is asked of a person, and what their face and card say. */
export { calibrateFaces, type CalibrationRow, type FacePairs } from './calibrate-faces.ts';
export { compareCard, type CardComparison } from './compare-card.ts';
export { farthestFrame, judgeFace, judgeSession, medianFrame, type FaceQuestion } from './judge-face.ts';
export { type EvidenceAnswer, type EvidenceSource, readEvidence } from './evidence/read-evidence.ts';
export { type EvidenceOrder, type EvidenceSession, EvidenceUnsigned, openEvidence } from './evidence/open-evidence.ts';
export { forgetOldEvidence } from './evidence/forget-old-evidence.ts';
export { type EvidenceOptions, type EvidenceWriter, type ManifestFacts, writeEvidence } from './evidence/write-evidence.ts';
export { callHandlers } from './call/call-handlers.ts';
export type { CallBackground, CallCases } from './call/call-ports.ts';
export { type CallDesk, createCallDesk } from './call/create-call-desk.ts';
