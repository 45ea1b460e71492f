/** A key and its owner as the certificate names them; one that cannot be used says why. */
import { UserRoundCheck, UserRoundX } from 'lucide-react';
import type { KeyOffer } from '../../../shared/domain/signing/signing-keys.ts';
import { dateText } from '../../i18n/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { DialogTexts } from './use-dialog-texts.ts';

interface KeyCardProps {
  readonly offer: KeyOffer;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly t: DialogTexts;
}

const ROLES = ['individual', 'organisation', 'first-head', 'right-to-sign', 'employee', 'information-system', 'state-body'] as const;

export function KeyCard({ offer, isChosen, onChoose, t }: KeyCardProps) {
  const { objection, attention } = offer;
  const roles = ROLES.filter((role) => offer.roles.includes(role)).map((role) => t(`signing.roles.${role}`));
  const Glyph = objection === null ? UserRoundCheck : UserRoundX;
  return (
    <label className="signing-key" data-refused={objection !== null}>
      <input type="radio" name="signing-key" checked={isChosen} disabled={objection !== null} onChange={onChoose} />
      <Glyph size={22} aria-hidden />
      <div>
        <p className="signing-owner">{offer.commonName}</p>
        <p>
          {[offer.iin, roles.join(', ')].filter(Boolean).join(' · ')}
        </p>
        {offer.organisation === null ? null : (
          <p>
            {offer.organisation}
            {offer.bin === null ? '' : ` · ${offer.bin}`}
          </p>
        )}
        <p className="soft small">
          {t('signing.key.until', { date: dateText(offer.notAfter) })} · {offer.algorithm} · {offer.issuer}
        </p>
        {objection === null ? null : <p className="signing-objection">{t(`signing.objection.${objection}`)}</p>}
        {attention === null ? null : (
          <Notice tone="warn">
            <p>{t(`signing.attention.${attention}`)}</p>
          </Notice>
        )}
      </div>
    </label>
  );
}
