/** Why a key was not opened, a folder not listed or a signature not made, in the words of the dialog: the core's own refusal, or a fault of the way to it. */
import type { FolderAnswer } from '../../../shared/domain/signing/folder-view.ts';
import type { OpenKeysRefusal } from '../../../shared/domain/signing/signing-keys.ts';
import type { SignAnswer } from '../../../shared/domain/signing/signing-request.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import { faultKey } from '../../host/fault-key.ts';
import type { DialogTexts } from './use-dialog-texts.ts';

type RefusalCode = OpenKeysRefusal | Extract<SignAnswer | FolderAnswer, { ok: false }>['code'];

export type SigningRefusal = { refused: RefusalCode } | { fault: Fault };

export function refusalText(refusal: SigningRefusal, t: DialogTexts): string {
  if ('refused' in refusal) return t(`signing.refused.${refusal.refused}`);
  return t(faultKey(refusal.fault), { ref: refusal.fault.code === 'internal' ? refusal.fault.ref : '' });
}
