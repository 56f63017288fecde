/** Address books hold companies too: what a report says of the entries that are nobody. '' without any. */
export function companyEntriesNote(entries: number): string {
  if (entries === 0) return '';
  return `Left out: ${entries === 1 ? '1 entry of a company' : `${entries} entries of companies`}, not of a person.`;
}
