/** How the desk stands to its systems, and what that leaves to do. */
export { type Contact, type ContactNews, FIRST_CONTACT, nextContact } from './contact.ts';
export { type ModeFacts, nextMode } from './next-mode.ts';
export { accessWhileConnected, consentsWhileConnected } from './while-connected.ts';
export { type Freshness, freshnessOf, type Permit, permitFor } from './work-policy.ts';
