/** Without what XML 1.0 cannot hold: control characters and lone surrogates. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** The same for the content of an element or an attribute: markup of theirs stays text. */
export function xmlEscaped(text: string): string {
  return xmlText(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
