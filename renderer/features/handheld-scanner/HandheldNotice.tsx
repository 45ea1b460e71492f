/** Says what to do about a scanner that is not set up to end its codes; nothing while all is well. */
import { useTexts } from '../../i18n/index.ts';
import type { HandheldState } from './use-handheld-scanner.ts';

export function HandheldNotice({ scanner }: { scanner: HandheldState }) {
  const { t } = useTexts();
  return <output>{scanner.lastScan === 'unfinished' && t('handheld.unfinished')}</output>;
}
