import { qrModules } from '#friendcheck/qr.ts';

/** A QR code as one SVG path; nothing where the text is too long for a phone to read. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const modules = qrModules(text);
  if (!modules) return null;
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className="ask-qr"
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={modules.length} height={modules.length} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
