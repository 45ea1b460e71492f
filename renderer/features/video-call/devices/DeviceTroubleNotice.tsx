/** A device of a running call that was unplugged or could not be opened, and what is used instead. */
import type { Language } from '../../../../shared/domain/localized.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { CALL_TEXTS } from '../texts.ts';
import type { DeviceTrouble } from './use-own-devices.ts';

export function DeviceTroubleNotice({ language, trouble }: { readonly language: Language; readonly trouble: DeviceTrouble | null }) {
  if (trouble === null) return null;
  return (
    <Notice tone={trouble.trouble === 'missing' ? 'bad' : 'warn'} role="alert">
      {CALL_TEXTS[language].devices[trouble.trouble][trouble.kind]}
    </Notice>
  );
}
