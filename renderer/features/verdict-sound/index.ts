/** The sound of a verdict. */
export { useVerdictSound } from './use-verdict-sound.ts';
