/** One signer: who, for whom, in what role, when, and how each layer of this signature alone stands. */
import { TriangleAlert } from 'lucide-react';
import type { FileSigner } from '../../../shared/domain/trust/signed-file.ts';
import { dateText, dateTimeText } from '../../i18n/format.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Rung } from '../verdict/Rung.tsx';
import { decisiveCheck } from './decisive-check.ts';

const TONES = { 'valid': 'good', 'valid-with-attention': 'warn', 'not-valid': 'bad', 'cannot-determine': 'neutral' } as const;

export function SignerCard({ signer, place, of }: { readonly signer: FileSigner; readonly place: number; readonly of: number }) {
  const { t } = useTexts();
  const reasonText = useReasonText();
  const { verdict, identity, checks, signedAt, claimedAt, revocationAsOf, revocationFreshness } = signer;
  const decisive = decisiveCheck(checks);
  const facts: [string, string][] = [];
  if (identity !== null) {
    if (identity.organisation !== null) facts.push([t('files.signer.organisation'), [identity.organisation, identity.bin].filter(Boolean).join(' · ')]);
    if (identity.iin !== null) facts.push([t('files.signer.iin'), identity.iin]);
    if (identity.roles.length > 0) facts.push([t('files.signer.role'), identity.roles.map((role) => t(`keys.role.${role}`)).join(', ')]);
    if (identity.identification !== null) facts.push([t('files.signer.identified'), t(`files.signer.identification.${identity.identification}`)]);
    facts.push([t('files.signer.certificate'), t('files.signer.period', { from: dateText(identity.notBefore), until: dateText(identity.notAfter) })]);
  }
  if (signedAt !== null) facts.push([t('files.signer.signedAt'), dateTimeText(signedAt)]);
  else if (claimedAt !== null) facts.push([t('files.signer.claimedAt'), t('files.signer.unproven', { time: dateTimeText(claimedAt) })]);
  if (revocationAsOf !== null) facts.push([t('files.signer.revocationAsOf'), dateTimeText(revocationAsOf)]);
  return (
    <section className="card file-signer" aria-label={t('files.signer.place', { place, of })}>
      <h3 className="card-title file-signer-name">
        <span>{identity?.name ?? t('files.signer.unknown')}</span>
        <Badge tone={TONES[verdict]}>{t(`files.verdict.${verdict}`)}</Badge>
      </h3>
      {revocationFreshness === 'ageing' ? <Badge tone="warn" icon={<TriangleAlert size={14} aria-hidden />}>{t('files.signer.ageing')}</Badge> : null}
      {decisive === null ? null : <p>{reasonText(decisive.code).title}</p>}
      <dl className="facts">
        {facts.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <ol className="ladder" aria-label={t('verdict.layers.title')}>
        {checks.map(({ layer, outcome }) => (
          <Rung key={layer} layer={layer} outcome={outcome} />
        ))}
      </ol>
    </section>
  );
}
