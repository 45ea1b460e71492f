/** What can be done with one key, behind one button; only what makes sense for it. */
import { EllipsisVertical } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { KeyView } from '../../../shared/domain/keys/key-view.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';

export type KeyAction = 'password' | 'save' | 'request' | 'install' | 'remove';

interface KeyActionsProps {
  readonly view: KeyView;
  readonly onAction: (action: KeyAction) => void;
}

export function KeyActions({ view, onAction }: KeyActionsProps) {
  const { t } = useTexts();
  const actions: readonly KeyAction[] = view.certificate === null ? ['request', 'install', 'password', 'remove'] : ['password', 'save', 'install', 'remove'];
  const owner = view.certificate?.commonName ?? view.fileName;
  return (
    <MenuTrigger>
      <Button look="quiet" icon={<EllipsisVertical size={20} aria-hidden />} aria-label={t('keys.actionsOf', { owner })} />
      <Popover className="select-popover">
        <Menu className="select-list" onAction={(id) => onAction(id as KeyAction)}>
          {actions.map((action) => (
            <MenuItem key={action} id={action} className="select-item">
              {t(`keys.action.${action}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
