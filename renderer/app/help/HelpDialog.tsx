/** The key map: every key of the workstation on one page. */
import type { ReactNode } from 'react';
import { PLACES, placeCap } from '../place-keys.ts';
import { useTexts } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import './help.css';

const GROUPS = [
  {
    group: 'desk',
    keys: [
      ['digits', '0–9'],
      ['code', 'F2'],
      ['consent', 'F3'],
      ['request', 'Ctrl E'],
    ],
  },
  {
    group: 'answer',
    keys: [
      ['extend', 'F8'],
      ['same', 'F9'],
      ['refuse', 'F10'],
      ['clear', 'Esc'],
    ],
  },
  {
    group: 'cases',
    keys: [
      ['take', 'F9'],
      ['counter', 'F2'],
      ['putBack', 'F3'],
      ['retake', 'F8'],
      ['reason', '1–9'],
    ],
  },
  {
    group: 'calls',
    keys: [
      ['accept', 'F9'],
      ['still', 'F2'],
      ['mute', 'F8'],
      ['abort', 'Ctrl E'],
      ['alarm', 'Ctrl J'],
    ],
  },
] as const;

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
        {GROUPS.map(({ group, keys }) => (
          <KeyGroup key={group} title={t(`help.group.${group}`)}>
            {keys.map(([name, cap]) => (
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
