/** Every reason code in Russian; a forgotten code is a compile error. */
import type { ReasonCode } from '../reason-code.ts';
import type { ReasonText } from './reason-text.ts';
import { consent } from './ru/consent.ts';
import { document } from './ru/document.ts';
import { goodLayers } from './ru/good-layers.ts';
import { presentedCode } from './ru/presented-code.ts';
import { purposeRule } from './ru/purpose-rule.ts';
import { service } from './ru/service.ts';
import { signature } from './ru/signature.ts';
import { signedFile } from './ru/signed-file.ts';

export const ru: Record<ReasonCode, ReasonText> = {
  ...goodLayers,
  ...presentedCode,
  ...consent,
  ...service,
  ...signature,
  ...signedFile,
  ...document,
  ...purposeRule,
};
