/** The key map: every key of the workstation on one page. */
import { useTexts } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import './help.css';

const GROUPS = [
  {
    group: 'anywhere',
    keys: [
      ['help', 'F1'],
      ['purpose', 'F4'],
      ['desk', 'F5'],
      ['journal', 'F6'],
      ['settings', 'F7'],
      ['files', 'Ctrl O'],
      ['keys', 'Ctrl K'],
      ['cases', 'Ctrl I'],
      ['renewal', 'Ctrl U'],
      ['lock', 'Ctrl L'],
    ],
  },
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
] as const;

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog title={t('help.title')} closeLabel={t('app.close')} width="wide" onClose={onClose}>
      <p className="soft">{t('help.text')}</p>
      <div className="help-groups">
        {GROUPS.map(({ group, keys }) => (
          <section key={group}>
            <h3>{t(`help.group.${group}`)}</h3>
            <dl className="help-keys">
              {keys.map(([name, cap]) => (
                <div key={name} className="help-key">
                  <dt>
                    <KeyHint keys={cap} />
                  </dt>
                  <dd>{t(`help.key.${name}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
