/** Marks a number that nobody measured. */
export function Assumption() {
  return <span className="settings-assumption">assumption, not measured</span>;
}
