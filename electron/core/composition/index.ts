/** Entrance of the composition: the domains put together, and what of them a shell may hold. */
export { type App, composeApp } from './compose-app.ts';
export type { PortalDoor } from './signing.ts';
