/** Writes key files into the folder the person chose, or hands them to the browser's downloads. */
import type { KeyFileOut } from '../../../shared/domain/issuance/citizen-keys.ts';

/** Browsers without it save to the downloads. */
declare global {
  interface Window {
    showDirectoryPicker?: (options: { mode: 'readwrite'; id: string }) => Promise<FileSystemDirectoryHandle>;
  }
  interface FileSystemDirectoryHandle {
    requestPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
  }
}

export const canChooseFolder = (): boolean => window.showDirectoryPicker !== undefined;

/** Null where the person closed the chooser. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await window.showDirectoryPicker?.({ mode: 'readwrite', id: 'keys' })) ?? null;
  } catch {
    return null;
  }
}

/** `downloads` also where the folder is gone or the browser no longer lets us in. */
export async function saveFiles(files: readonly KeyFileOut[], folder: FileSystemDirectoryHandle | null): Promise<'folder' | 'downloads'> {
  if (folder !== null && (await wroteInto(folder, files))) return 'folder';
  for (const { fileName, file } of files) download(fileName, file, 'application/x-pkcs12');
  return 'downloads';
}

async function wroteInto(folder: FileSystemDirectoryHandle, files: readonly KeyFileOut[]): Promise<boolean> {
  try {
    if ((await folder.requestPermission?.({ mode: 'readwrite' })) === 'denied') return false;
    for (const { fileName, file } of files) {
      const handle = await folder.getFileHandle(fileName, { create: true });
      const stream = await handle.createWritable();
      await stream.write(file);
      await stream.close();
    }
    return true;
  } catch {
    return false;
  }
}

export function download(fileName: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the bytes by then; at once would be too early for some.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
