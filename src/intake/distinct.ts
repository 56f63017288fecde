/**
 * The files, each under a name of its own: of two called `messages.csv` the second is `messages (2).csv`, as a
 * browser would have saved it. Whatever is said or asked of a file names it by that.
 */
export function distinct(files: readonly File[]): File[] {
  const taken = new Set(files.map(({ name }) => name));
  const seen = new Set<string>();
  return files.map((file) => {
    if (!seen.has(file.name)) {
      seen.add(file.name);
      return file;
    }
    const name = freeName(file.name, taken);
    taken.add(name);
    return new File([file], name, { lastModified: file.lastModified });
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const [base, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let at = 2; ; at++) {
    const next = `${base} (${at})${end}`;
    if (!taken.has(next)) return next;
  }
}
