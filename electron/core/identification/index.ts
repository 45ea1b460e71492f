/** Entrance of the identification domain: what is asked of a person, and what their face and card say. */
export { compareCard, type CardComparison } from './compare-card.ts';
export { judgeFace, type FaceQuestion } from './judge-face.ts';
export { planChallenges } from './plan-challenges.ts';
