/** A video call between a citizen's page and an operator's desk: both sides of it, and what they share. */
export { CitizenCall, type CitizenCallProps } from './citizen/CitizenCall.tsx';
