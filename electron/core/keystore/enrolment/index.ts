/** Entrance of the enrolment room: everything a key needs between its making and its file, without a store; runs in a citizen’s page too. */
export { passwordFaults } from '../lifecycle/password-policy.ts';
export { makeKeyAndRequest } from './make-key-and-request.ts';
export { finishKeyFile } from './finish-key-file.ts';
export { makeTokenKey, type MakingTokens } from './make-token-key.ts';
