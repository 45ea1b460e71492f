/** The sound of a verdict, and of the camera's advice. */
export { playAdvice } from './play-advice.ts';
export { useVerdictSound } from './use-verdict-sound.ts';
