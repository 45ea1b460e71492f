/** Module accessory: which modules there are; windows of settings. Nothing is ever installed at the word of a page. */
import type { SigningDesk } from '../keystore/signing/index.ts';
import type { Answer } from './answers.ts';
import type { ModuleRequest } from './frame.ts';
import type { JsonObject } from './lenient-json.ts';

export const MODULES = {
  commonUtils: 'kz.gov.pki.knca.commonUtils',
  basics: 'kz.gov.pki.knca.basics',
  accessory: 'kz.gov.pki.ncalayerservices.accessory',
} as const;

/** Versions of the real bundles whose behaviour is kept here: pages compare them. Flat, without an envelope. */
const BUNDLES: JsonObject = {
  'kz.gov.pki.api.layer.NCALayerServices': '0.7.3',
  'kz.gov.pki.knca.basics': '0.1.0',
  'kz.gov.pki.knca.commonUtils': '0.4.0',
};

/** Windows are opened for the person, and the page is told nothing, as it expects. */
export function answerAccessory({ method }: ModuleRequest, desk: SigningDesk): Answer {
  switch (method) {
    case 'getBundles':
      return BUNDLES;
    case 'getServices':
      return { services: Object.values(MODULES) };
    case 'showSettings':
    case 'showBundleManager':
      desk.showSettings();
      return null;
    default:
      return { success: false, errorCode: 'METHOD_NOT_FOUND' };
  }
}
