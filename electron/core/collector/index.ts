/** The collector of a fleet: follows every workstation's journal from outside, signs what it has counted itself, and forgets nothing. */
export { createFleetCollecting, type FleetCollecting } from './create-collecting.ts';
