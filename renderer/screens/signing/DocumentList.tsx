/** Everything that one confirmation will sign, each document listed, and the kind of signature it gets. */
import type { DocumentToSign, SignedForm } from '../../../shared/domain/signing/signing-request.ts';
import { DocumentView } from './DocumentView.tsx';
import type { DialogTexts } from './use-dialog-texts.ts';

interface DocumentListProps {
  readonly requestId: string;
  readonly documents: readonly DocumentToSign[];
  readonly form: SignedForm;
  readonly t: DialogTexts;
}

export function DocumentList({ requestId, documents, form, t }: DocumentListProps) {
  const count = documents.length;
  const words = [
    t(`signing.form.${form.format}`),
    ...(form.attached === null ? [] : [t(form.attached ? 'signing.form.attached' : 'signing.form.detached')]),
    ...(form.format === 'cms' ? [t(form.timeStamped ? 'signing.form.timeStamped' : 'signing.form.notStamped')] : []),
  ];
  return (
    <div className="signing-documents">
      {count > 1 ? <h2 className="signing-heading">{t('signing.document.many', { count })}</h2> : null}
      <ol className={count > 1 ? 'signing-list signing-list-many' : 'signing-list'}>
        {documents.map((document, index) => (
          // The list never changes while it is shown, and two documents may well be equal.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${document.digestHex} ${index}`}>
            <DocumentView requestId={requestId} index={index} document={document} heading={count > 1 ? t('signing.document.number', { number: index + 1, count }) : t('signing.document.one')} t={t} />
          </li>
        ))}
      </ol>
      <p className="signing-form">
        <span className="soft">{t('signing.form.label')}:</span> {words.join(', ')}
      </p>
    </div>
  );
}
