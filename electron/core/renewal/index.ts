/** Entrance of the renewal domain: may this identity card be renewed online? */
export { judgeRenewal, type RenewalQuestion } from './judge-renewal.ts';
