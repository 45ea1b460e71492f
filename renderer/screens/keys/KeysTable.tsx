/** The keys in rows: owner, role, algorithm, end and state. */
import type { KeyView } from '../../../shared/domain/keys/key-view.ts';
import { dateText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { type KeyAction, KeyActions } from './KeyActions.tsx';
import { KeyStateBadge } from './KeyStateBadge.tsx';

const COLUMNS = ['owner', 'role', 'algorithm', 'until', 'state', 'actions'] as const;

interface KeysTableProps {
  readonly keys: readonly KeyView[];
  readonly onAction: (action: KeyAction, view: KeyView) => void;
}

export function KeysTable({ keys, onAction }: KeysTableProps) {
  const { t } = useTexts();
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="section-scroll" role="region" aria-label={t('keys.title')} tabIndex={0}>
      <table className="section-table keys-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`keys.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((view) => (
            <tr key={view.id}>
              <td>
                <span className="keys-owner-name">{view.certificate?.commonName ?? t('keys.waitingOwner')}</span>
                <span className="soft small">{view.certificate?.organisation ?? view.certificate?.iin ?? view.fileName}</span>
              </td>
              <td>
                {view.certificate?.roles.map((role) => t(`keys.role.${role}`)).join(', ')}
                {view.certificate !== null && !view.certificate.forSigning ? <span className="soft small">{t('keys.forAuthentication')}</span> : null}
              </td>
              <td className="keys-number">{view.algorithm}</td>
              <td className="keys-number">{view.certificate === null ? '—' : dateText(view.certificate.notAfter)}</td>
              <td>
                <KeyStateBadge state={view.state} />
              </td>
              <td>
                <KeyActions view={view} onAction={(action) => onAction(action, view)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
