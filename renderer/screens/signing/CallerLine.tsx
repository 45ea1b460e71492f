/** Who asks: always in sight, whole and in a face in which letters cannot be mistaken for each other. */
import { Globe, MonitorCog } from 'lucide-react';
import type { SigningCaller } from '../../../shared/domain/signing/signing-request.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { DialogTexts } from './use-dialog-texts.ts';

interface CallerLineProps {
  readonly caller: SigningCaller;
  readonly waiting: number;
  readonly t: DialogTexts;
}

export function CallerLine({ caller, waiting, t }: CallerLineProps) {
  const Glyph = caller.kind === 'site' ? Globe : MonitorCog;
  const name = caller.kind === 'site' ? caller.origin : caller.kind === 'program' ? (caller.name ?? t('signing.caller.unnamed')) : t('signing.caller.workstation');
  return (
    <div className="signing-caller">
      <Glyph size={22} aria-hidden />
      <div>
        <p className="soft small">{t(`signing.caller.${caller.kind}`)}</p>
        <p className="signing-origin">{name}</p>
      </div>
      {waiting > 0 ? <Badge>{t('signing.waiting', { count: waiting })}</Badge> : null}
    </div>
  );
}
