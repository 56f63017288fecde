/** The part of File System Access that is used; TypeScript's library does not know the picker yet. */
interface Picker {
  showSaveFilePicker?: (options: {
    suggestedName: string;
    types: readonly { description: string; accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<FileSystemFileHandle>;
}
type Asked = FileSystemFileHandle & {
  requestPermission?: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>;
};

export function canKeepAFile(): boolean {
  return typeof (window as Picker).showSaveFilePicker === 'function';
}

/** The file that the person chose; null when they thought better of it. */
export async function chooseFile(suggestedName: string): Promise<FileSystemFileHandle | null> {
  try {
    const types = [{ description: 'Handcarry backup', accept: { 'application/octet-stream': ['.handcarry'] } }];
    return (await (window as Picker).showSaveFilePicker?.({ suggestedName, types })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Asks for the right to write when the browser took it back, as it does after a restart. */
export async function mayWrite(file: Asked): Promise<boolean> {
  return file.requestPermission ? (await file.requestPermission({ mode: 'readwrite' })) === 'granted' : true;
}

/** The old content stays until all of the new one is written. */
export async function writeFile(file: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const writable = await file.createWritable();
  await writable.write(bytes);
  await writable.close();
}
