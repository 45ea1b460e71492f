/** Every reason code in Kazakh; a forgotten code is a compile error. */
import type { ReasonCode } from '../reason-code.ts';
import type { ReasonText } from './reason-text.ts';
import { consent } from './kk/consent.ts';
import { document } from './kk/document.ts';
import { goodLayers } from './kk/good-layers.ts';
import { presentedCode } from './kk/presented-code.ts';
import { purposeRule } from './kk/purpose-rule.ts';
import { service } from './kk/service.ts';
import { signature } from './kk/signature.ts';
import { signedFile } from './kk/signed-file.ts';

export const kk: Record<ReasonCode, ReasonText> = {
  ...goodLayers,
  ...presentedCode,
  ...consent,
  ...service,
  ...signature,
  ...signedFile,
  ...document,
  ...purposeRule,
};
