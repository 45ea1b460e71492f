/** Entrance of the desk's health: what it depends on, and what may be done while some of that is away. */
export { createHealthWatch, type HealthWatch } from './create-health-watch.ts';
