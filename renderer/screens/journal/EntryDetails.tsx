/** What an entry says beyond its kind, in a line. */
import { inLanguage } from '../../../shared/domain/localized.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import { whyOf } from '../../../shared/domain/journal/why-of.ts';
import type { Verdict } from '../../../shared/domain/checking/verdict.ts';
import { recordedVerdict } from '../../../shared/domain/trust/file-verdict.ts';
import { useAppInfo } from '../../host/index.ts';
import { dateMinuteText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { verdictWord } from '../desk/band-words.ts';
import { VerdictGlyph } from '../desk/VerdictGlyph.tsx';

const TONES: Record<Verdict, Tone> = {
  valid: 'good',
  'valid-with-attention': 'warn',
  'not-valid': 'bad',
  'cannot-determine': 'neutral',
};

export function EntryDetails({ event }: { readonly event: JournalEvent }) {
  const { t, language } = useTexts();
  const { documentTypes } = useAppInfo();
  const reasonText = useReasonText();
  const titleOf = (type: string | null) => {
    const known = documentTypes.find((candidate) => candidate.type === type);
    return known === undefined ? type : inLanguage(known.title, language);
  };
  switch (event.kind) {
    case 'checked':
      return (
        <span className="journal-details">
          <Badge tone={TONES[event.verdict]} icon={<VerdictGlyph verdict={event.verdict} size={14} />}>
            {t(`verdict.word.${verdictWord(event, event.accessId === null)}`)}
          </Badge>
          <span>{titleOf(event.documentType)}</span>
          {/* Whoever writes to support needs the code itself. */}
          <span className="soft small" title={event.headline}>
            {reasonText(event.headline).title}
          </span>
        </span>
      );
    case 'consent-requested':
      return titleOf(event.documentType);
    case 'field-revealed':
      return event.field;
    case 'face-refused':
      return t(`verdict.face.reason.${event.reason}`);
    case 'key-changed':
      return t(`keys.change.${event.change}`);
    case 'locked':
    case 'cleared':
      return t(`journal.cause.${event.cause}`);
    case 'sign-in-refused':
      return t(`signIn.refused.${event.code}`);
    case 'desk-started':
      return `${event.appVersion}, ${event.environment}`;
    case 'journal-restarted':
      return t('journal.setAside', { file: event.quarantinedAs });
    case 'desk-frozen':
    case 'freeze-lifted':
    case 'history-read':
    case 'journal-forgotten':
    case 'journal-restored':
    case 'journal-exported':
      return t('journal.exported', { entries: event.entries });
    case 'caller-decided':
    case 'signature-not-made':
    case 'certificate-shown':
      return event.origin ?? event.caller;
    case 'signature-made':
      return `${event.origin ?? event.caller} · ${event.format.toUpperCase()} · ${event.documentHashes.length}`;
    case 'case-advanced':
      return (
        <span className="journal-details">
          <span>{`${event.caseId.slice(0, 8)} · ${event.step} · ${t(`journal.stage.${event.to}`)}`}</span>
          <span className="soft small">{[event.happened, ...whyOf(event)].join(' · ')}</span>
        </span>
      );
    case 'renewal-step':
      return `${event.act} · ${event.answer} · ${event.ruleVersion}`;
    case 'case-held':
      return `${event.caseId.slice(0, 8)} · ${t(`journal.held.${event.act}`)}`;
    case 'draws-paused':
      return dateMinuteText(event.until);
    case 'evidence-begun':
      return event.caseId.slice(0, 8);
    case 'evidence-sealed':
      return `${event.caseId.slice(0, 8)} · ${event.manifestHash.slice(0, 16)}`;
    case 'evidence-left':
      return `${event.caseId.slice(0, 8)} · ${event.items}`;
    case 'evidence-forgotten':
      return String(event.packages);
    case 'phone-registered':
      return t(`journal.phone.${event.state}`);
    case 'call-accepted':
      return `${event.caseId.slice(0, 8)} · ${t(`calls.kind.${event.call}`)} · ${event.scriptVersion}`;
    case 'call-ended':
      return `${event.caseId.slice(0, 8)} · ${t(`calls.outcome.${event.outcome}`)}${event.code === null ? '' : ` · ${event.code}`}`;
    case 'call-human-only':
      return `${event.caseId.slice(0, 8)} · ${t(`calls.machine.${event.cause}`)}`;
    case 'call-alarm':
      return event.caseId.slice(0, 8);
    case 'file-checked':
      return `${t(`files.form.${event.form}`)} · ${t(`files.verdict.${recordedVerdict(event.state)}`)}`;
    case 'signed-out':
      return event.cause === undefined ? null : t(`journal.cause.${event.cause}`);
    case 'signed-in':
    case 'journal-set-aside':
    case 'unlocked':
    case 'face-attested':
      return null;
  }
}
