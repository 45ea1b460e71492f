/** The pictures of the movements, small and in their order: whether one and the same person was before the camera all the while. */
import type { CaseView } from '../../../../shared/domain/issuance/case-desk.ts';
import { useTexts } from '../../../i18n/index.ts';
import { MaterialPicture } from './MaterialPicture.tsx';

export function SessionStrip({ view }: { readonly view: CaseView }) {
  const { t } = useTexts();
  const stills = view.materials.filter(({ name }) => name.startsWith('liveness-') && name !== 'liveness-record').toSorted((a, b) => numberOf(a.name) - numberOf(b.name));
  if (stills.length === 0) return null;
  return (
    <ol className="session-strip" aria-label={t('cases.faces.session')}>
      {stills.map((still, index) => (
        <li key={still.name} className="session-still">
          <MaterialPicture caseId={view.case.id} material={still} label={t('cases.faces.still', { number: index + 1 })} />
        </li>
      ))}
    </ol>
  );
}

const numberOf = (name: string): number => Number(name.slice('liveness-'.length));
