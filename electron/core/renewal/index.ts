/** Entrance of the renewal domain: may this identity card be renewed online, and its way from application to handover. */
export { createRenewalDesk, type RenewalDesk, type RenewalHappened } from './create-renewal-desk.ts';
export { judgeRenewal, type RenewalQuestion } from './judge-renewal.ts';
