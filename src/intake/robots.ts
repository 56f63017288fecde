import robots from '#data/words/robots.json';

const LOCAL: ReadonlySet<string> = new Set(robots.local);
const PARTS: readonly string[] = robots.parts;
const DOMAINS: ReadonlySet<string> = new Set(robots.domains);

/** Whether an address (lower case) is a machine, a list, a room or a service that writes for others: nobody to ask. */
export function isRobot(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  return (
    DOMAINS.has(address.slice(at + 1)) ||
    LOCAL.has(local.replace(/[+].*$/, '')) ||
    PARTS.some((part) => local.includes(part)) ||
    /^(?:bounce|reply|unsub|prvs|msprvs)[.+=_-]/.test(local) ||
    /^[0-9a-f]{24,}$/.test(local)
  );
}
