/** Line drawings on a 20 x 20 grid; decorative, the word stands beside them. */
const DRAWINGS = {
  targets: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-4a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  map: 'M5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm10 4a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7 17.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM6.8 5.4l6.4 2.3M13.6 9.9 8.5 14M5.4 6.6l1.2 6.8',
  people:
    'M7.5 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 17c0-3 2.4-5 5.5-5s5.5 2 5.5 5M13 3.3a3 3 0 0 1 0 5.4M15 12.4c1.9.7 3 2.3 3 4.6',
  import: 'M10 3v9m0 0 3.5-3.5M10 12 6.5 8.5M3 13v2.5A1.5 1.5 0 0 0 4.5 17h11a1.5 1.5 0 0 0 1.5-1.5V13',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.3-1.7L17 17',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5',
  lock: 'M5 9.5h10v7H5ZM7 9.5V7a3 3 0 0 1 6 0v2.5',
  close: 'M5 5l10 10M15 5 5 15',
  ask: 'M4 4h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H9l-4 3v-3H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm3 4h6M7 11h4',
  settings: 'M3 6h8m4 0h2M3 14h2m4 0h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  question:
    'M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M10 14.2h.01M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z',
  label:
    'M3 4v5.2c0 .4.2.8.4 1l6.4 6.4a1.4 1.4 0 0 0 2 0l4.8-4.8a1.4 1.4 0 0 0 0-2L10.2 3.4a1.4 1.4 0 0 0-1-.4H4a1 1 0 0 0-1 1Zm3.6 2.6h.01',
} as const;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={DRAWINGS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={name === 'more' ? 2.4 : 1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
