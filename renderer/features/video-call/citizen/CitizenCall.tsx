/** The call on the citizen's own page: pre-flight, queue, conversation, and what the citizen types for nobody else to see. */
import type { Language } from '../../../../shared/domain/localized.ts';

export interface CitizenCallProps {
  readonly applicationId: string;
  /** Of the application: the service takes the socket of its owner only. */
  readonly token: string;
  readonly language: Language;
  /** Origin of the portal, such as `http://127.0.0.1:4000`; the page's own. */
  readonly portal: string;
  /** The citizen wants to go back to the steps without an operator. */
  readonly onLeave: () => void;
}

export function CitizenCall({ applicationId, language }: CitizenCallProps) {
  return <section lang={language} data-application={applicationId} />;
}
