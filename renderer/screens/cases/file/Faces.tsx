/** Selfie, portrait on the card and the register's photograph beside each other, and between them what the machine thinks. */
import { ZoomIn } from 'lucide-react';
import { useState } from 'react';
import type { CaseView, FaceFinding } from '../../../../shared/domain/issuance/case-desk.ts';
import { useKeys } from '../../../ui/use-keys.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { MaterialPicture } from './MaterialPicture.tsx';
import { SessionStrip } from './SessionStrip.tsx';

const PICTURES = [
  ['selfie', 'selfie'],
  ['card', 'card-front'],
  ['registry', 'registry-photo'],
  ['back', 'card-back'],
] as const;

const TONES: Record<Extract<FaceFinding, { state: 'compared' }>['outcome'], Tone> = { match: 'good', moderation: 'warn', mismatch: 'bad', retake: 'neutral' };

interface FacesProps {
  readonly view: CaseView;
  readonly onSettled: (sha256: string, shown: boolean) => void;
}

export function Faces({ view, onSettled }: FacesProps) {
  const { t } = useTexts();
  const [large, setLarge] = useState(false);
  useKeys({ F2: () => setLarge(!large) });
  return (
    <section className={large ? 'faces faces-large' : 'faces'} aria-label={t('cases.faces.title')}>
      <ul className="faces-row">
        {PICTURES.map(([name, material]) => (
          <li key={name} className={`faces-item faces-${name}`}>
            <h2 className="faces-name">{t(`cases.faces.${name}`)}</h2>
            <MaterialPicture
              caseId={view.case.id}
              material={view.materials.find((each) => each.name === material)}
              label={t(`cases.faces.${name}`)}
              onSettled={onSettled}
            />
          </li>
        ))}
      </ul>
      <SessionStrip view={view} />
      <div className="faces-foot">
        <ul className="faces-pairs">
          {view.faces.map((finding) => (
            <li key={finding.pair} className="faces-pair">
              <span>{t(`cases.faces.pair.${finding.pair}`)}</span>
              <Finding finding={finding} />
            </li>
          ))}
        </ul>
        <Button look="quiet" size="small" icon={<ZoomIn size={16} aria-hidden />} hint="F2" aria-pressed={large} onPress={() => setLarge(!large)}>
          {t(large ? 'cases.faces.smaller' : 'cases.faces.larger')}
        </Button>
      </div>
      <p className="soft small">{t('cases.faces.hint')}</p>
    </section>
  );
}

function Finding({ finding }: { readonly finding: FaceFinding }) {
  const { t } = useTexts();
  const [precise, setPrecise] = useState(false);
  if (finding.state !== 'compared') return <Badge tone="warn">{t(`cases.faces.state.${finding.state}`)}</Badge>;
  return (
    <button type="button" className="faces-finding" aria-expanded={precise} onClick={() => setPrecise(!precise)}>
      <Badge tone={TONES[finding.outcome]}>{t(`cases.faces.outcome.${finding.outcome}`)}</Badge>
      {precise ? (
        <span className="soft small">
          {t('cases.faces.distance', { distance: (finding.distanceMilli / 1000).toFixed(2) })}
          {finding.pictures === 1 ? null : `, ${t(finding.pair === 'selfie-session' ? 'cases.faces.farthest' : 'cases.faces.median', { count: finding.pictures })}`}
        </span>
      ) : null}
    </button>
  );
}
