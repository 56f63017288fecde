/**
 * Why an address cannot be put before a question, as a sentence; '' when it can. A friend opens it on
 * another device, so nothing that only this computer or its network knows will do.
 */
export function addressProblem(typed: string): string {
  if (typed.trim() === '') return '';
  let url: URL;
  try {
    url = new URL(typed.trim());
  } catch {
    return 'This is not an address. It starts with https:// and is what you see in the address bar.';
  }
  if (isOnlyHere(url.hostname))
    return 'This address means "this computer", or one on your own network: on the phone of your friend it leads nowhere. Put Handcarry on any web space, or send the question as text or as a file.';
  if (url.protocol !== 'https:')
    return 'Only an address that starts with https:// is used, so that nobody on the way can change the page.';
  if (url.username !== '' || url.password !== '')
    return 'This address has a user name or a password in it, which everybody you ask would read. Leave it out.';
  return '';
}

/** The address as it stands before a capsule: without query or fragment. */
export function cleanAddress(typed: string): string {
  if (typed.trim() === '' || addressProblem(typed) !== '') return typed.trim();
  const { origin, pathname } = new URL(typed.trim());
  return origin + pathname;
}

/** Names and ranges that mean this computer or this network (RFC 6761, 1918, 3927, 4193). */
function isOnlyHere(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return (
    /(^|\.)(localhost|local|internal|home\.arpa|lan|test|invalid)$/.test(name) ||
    /^(127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(name) ||
    /^(::1?$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/.test(name) ||
    !/[.:]/.test(name)
  );
}
