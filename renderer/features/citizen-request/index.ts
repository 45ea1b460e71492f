/** Requests that a citizen answers on the phone. */
export { RequestRefused } from './RequestRefused.tsx';
export { useCitizenRequest } from './use-citizen-request.ts';
