/** The key map: every key of the workstation on one page. */
import type { ReactNode } from 'react';
import { PLACES, placeCap } from '../place-keys.ts';
import { useTexts } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import './help.css';
import { KEY_GROUPS, KEY_MAP } from './key-map.ts';

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog title={t('help.title')} closeLabel={t('app.close')} width="wide" onClose={onClose}>
      <p className="soft">{t('help.text')}</p>
      <div className="help-groups">
        <KeyGroup title={t('help.group.anywhere')}>
          {PLACES.map((place) => (
            <KeyLine key={place} cap={placeCap(place)}>
              {t(`help.place.${place}`)}
            </KeyLine>
          ))}
          <KeyLine cap="Ctrl L">{t('help.key.lock')}</KeyLine>
          <KeyLine cap="F1">{t('help.key.help')}</KeyLine>
        </KeyGroup>
        {KEY_GROUPS.map((group) => (
          <KeyGroup key={group} title={t(`help.group.${group}`)}>
            {KEY_MAP[group].map(([name, cap]) => (
              <KeyLine key={name} cap={cap}>
                {t(`help.key.${name}`)}
              </KeyLine>
            ))}
          </KeyGroup>
        ))}
      </div>
    </Dialog>
  );
}

function KeyGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="help-group">
      <h3>{title}</h3>
      <dl className="help-keys">{children}</dl>
    </section>
  );
}

function KeyLine({ cap, children }: { readonly cap: string; readonly children: ReactNode }) {
  return (
    <div className="help-key">
      <dt>
        <KeyHint keys={cap} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
