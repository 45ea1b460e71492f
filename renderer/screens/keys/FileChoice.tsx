/** A file the person picks, with its name beside the button. */
import { FileUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';

interface FileChoiceProps {
  readonly label: string;
  readonly types: readonly string[];
  readonly file: File | null;
  readonly onChoose: (file: File | null) => void;
}

export function FileChoice({ label, types, file, onChoose }: FileChoiceProps) {
  const { t } = useTexts();
  return (
    <div className="field">
      <span className="field-label" id="keys-file-label">
        {label}
      </span>
      <div className="keys-file">
        <FileTrigger acceptedFileTypes={types} onSelect={(files) => onChoose(files?.[0] ?? null)}>
          <Button icon={<FileUp size={18} aria-hidden />} aria-describedby="keys-file-label keys-file-name">
            {t('keys.chooseFile')}
          </Button>
        </FileTrigger>
        <span id="keys-file-name" className="keys-file-name">
          {file === null ? '' : t('keys.chosen', { name: file.name })}
        </span>
      </div>
    </div>
  );
}
