/** What a pasted job ad says of itself; '' where it does not say. */
export interface Advert {
  readonly title: string;
  readonly company: string;
  readonly requisition: string;
  readonly link: string;
}

const ROLE =
  /\b(head|director|manager|lead|leader|chief|officer|vp|vice president|president|engineer|developer|architect|designer|analyst|scientist|consultant|specialist|coordinator|administrator|assistant|associate|accountant|controller|counsel|nurse|teacher|producer|editor|writer|researcher|planner|buyer|recruiter|representative|executive|partner|owner|strategist|technician|supervisor|principal|advisor|adviser|c[eoftmip]o)\b/i;
const PLACE = /\b(remote|hybrid|on-?site|full.?time|part.?time|ago|applicants?|promoted|easy apply|save|share)\b|·/i;
const LABEL_TITLE = /^(?:job title|title|position|role|vacancy|job)\s*[:–-]\s*(.+)$/i;
const LABEL_COMPANY = /^(?:company|employer|organi[sz]ation|hiring company)\s*[:–-]\s*(.+)$/i;
/** At most eight words: without an end, a line of "At At At" would be read again from each of them. */
const NAME = "([\\p{Lu}\\d][\\p{L}\\p{N}&.'’+-]*(?: (?:&|and|of|de|da|do|the|[\\p{Lu}\\d][\\p{L}\\p{N}&.'’+-]*)){0,7})";
const HIRING = new RegExp(
  `^${NAME} (?:is )?(?:hiring|looking for|seeking|recruiting)(?: an?| our next| for an?)? (.+)$`,
  'u',
);
const ABOUT = new RegExp(`^(?:About|Why(?: join)?|Life at|Working at|Join) ${NAME}[?:]?$`, 'u');
const AT_WE = new RegExp(`\\bAt ${NAME}, (?:we|you|our)\\b`, 'u');
const NOT_A_COMPANY = /^(us|the role|the job|the team|this role|you|the position|the company|our team)$/i;
const REQUISITION =
  /\b(?:req(?:uisition)?|job|reference|ref|posting|vacancy)[ .]*(?:id|no|number|#|nr)?[ .:#]+([A-Z]{0,5}-?\d[\w-]{2,15})\b/i;

/**
 * Reads title, company, requisition number and link out of a pasted job ad. It takes what the ad labels, then
 * what the usual sentences say ("Acme is hiring a …", "About Acme"), then the shape of its first lines.
 */
export function readAdvert(text: string): Advert {
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const top = lines.slice(0, 12);
  const hiring = first(top, (line) => HIRING.exec(line.replace(/ \|.*$/, '')));
  const titled = first(lines.slice(0, 40), (line) => LABEL_TITLE.exec(line))?.[1];
  const named = first(lines.slice(0, 40), (line) => LABEL_COMPANY.exec(line))?.[1];
  const row = top.findIndex((line) => line.length <= 90 && ROLE.test(line) && !/[.!?]$/.test(line));
  const [before, after] = splitAt(row < 0 ? '' : (top[row] ?? ''));
  const about = first(lines, (line) => {
    const found = ABOUT.exec(line) ?? AT_WE.exec(line);
    return found && !NOT_A_COMPANY.test(found[1] ?? '') ? found : null;
  })?.[1];
  const title = titled ?? (hiring?.[2] ? withoutPlace(hiring[2]) : before);
  const company = named ?? hiring?.[1] ?? after ?? about ?? besideTitle(top, row);
  return {
    title: trim(title),
    company: trim(company),
    requisition: REQUISITION.exec(text)?.[1] ?? '',
    link: /https:\/\/[^\s<>"')]+/.exec(text)?.[0] ?? '',
  };
}

/** "Head of Operations at Acme" as its two halves. */
function splitAt(line: string): [string, string | undefined] {
  const found = /^(.+?) (?:at|@|[|–]|-) (.+)$/.exec(line);
  if (!found?.[1] || !found[2] || !ROLE.test(found[1]) || PLACE.test(found[2])) return [line, undefined];
  return [found[1], found[2]];
}

function besideTitle(top: readonly string[], row: number): string {
  if (row < 0) return '';
  const near = [top[row - 1], top[row + 1]].filter((line) => line !== undefined);
  return near.find((line) => line.length <= 50 && !PLACE.test(line) && !/[,.:!?]/.test(line) && !ROLE.test(line)) ?? '';
}

function withoutPlace(title: string): string {
  return title.replace(/ in \p{Lu}[\p{L} ,.-]*$/u, '').replace(/ to (join|lead|help|work|build).*$/i, '');
}

function trim(text: string | undefined): string {
  return (text ?? '').replace(/^[\s"'“”•*-]+|(?<![\s"'“”.,;:*-])[\s"'“”.,;:*-]+$/g, '').slice(0, 120);
}

function first<T>(lines: readonly string[], find: (line: string) => T | null): T | null {
  for (const line of lines) {
    const found = find(line);
    if (found) return found;
  }
  return null;
}
