/** Which roles do which work: by this the core refuses the others, and the page shows them neither key nor button for it. */
import type { Profile } from '../checking/purpose.ts';

/** Decide about applications for keys, and lead the calls about them. */
export const CASE_WORKERS: ReadonlySet<Profile> = new Set<Profile>(['tson', 'video-agent', 'supervisor']);

/** Sit at the counters where identity cards are applied for. */
export const SERVICE_CENTRE: ReadonlySet<Profile> = new Set<Profile>(['tson', 'supervisor']);
