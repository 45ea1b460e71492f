/** Every reason code in English; a forgotten code is a compile error. */
import type { ReasonCode } from '../reason-code.ts';
import type { ReasonText } from './reason-text.ts';
import { consent } from './en/consent.ts';
import { document } from './en/document.ts';
import { goodLayers } from './en/good-layers.ts';
import { presentedCode } from './en/presented-code.ts';
import { purposeRule } from './en/purpose-rule.ts';
import { service } from './en/service.ts';
import { signature } from './en/signature.ts';
import { signedFile } from './en/signed-file.ts';

export const en: Record<ReasonCode, ReasonText> = {
  ...goodLayers,
  ...presentedCode,
  ...consent,
  ...service,
  ...signature,
  ...signedFile,
  ...document,
  ...purposeRule,
};
