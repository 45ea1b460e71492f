/** How far the application is: the parts of the way as people count them, several stages of the case in one. */
import type { CaseStage } from '../../shared/domain/issuance/issuance-case.ts';
import { useTexts } from './texts/index.ts';

const PARTS = ['phone', 'identification', 'account', 'card', 'confirmation', 'comparison', 'keys'] as const;
type Part = (typeof PARTS)[number];

const PART_OF: Partial<Record<CaseStage['stage'], Part>> = {
  phone: 'phone',
  'phone-registration': 'phone',
  'cooling-off': 'phone',
  identification: 'identification',
  blocked: 'identification',
  'operator-identification': 'identification',
  account: 'account',
  card: 'card',
  confirmation: 'confirmation',
  comparison: 'comparison',
  moderation: 'comparison',
  'second-opinion': 'comparison',
  grant: 'keys',
  application: 'keys',
  requests: 'keys',
  decision: 'keys',
  installation: 'keys',
};

export function Progress({ stage }: { readonly stage: CaseStage['stage'] }) {
  const { t } = useTexts();
  const part = PART_OF[stage];
  if (part === undefined) return null;
  const at = PARTS.indexOf(part) + 1;
  return (
    <div className="citizen-progress">
      <p>
        <span className="soft">{t('frame.step', { at, of: PARTS.length })}</span> · {t(`parts.${part}`)}
      </p>
      <progress className="citizen-bar" aria-hidden="true" value={at} max={PARTS.length} />
    </div>
  );
}
