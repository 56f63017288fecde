import type { LetterSheet } from '#export/letter-sheet.ts';
import type { SvgColours } from '#export/map-svg.ts';
import type { Drawing } from '#graph/drawing.ts';
import { asksFor } from '#handoff/ask-history.ts';
import type { CaseInput } from '#handoff/case-sheet.ts';
import { remindersOf } from '#handoff/reminders.ts';
import type { AskId, PersonId, TargetId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Workspace } from '#model/workspace.ts';
import type { WayShown } from '#paths/types.ts';

/** A file ready to be saved by the browser. */
export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What leaves as a file. Each writer is loaded when it is first asked for. */
export interface Exports {
  /** The letter, as it stands on screen, and the CV behind it. A Word CV stays beside it. */
  managerPdf(ask: AskId, sheet: LetterSheet): Promise<Result<SavedFile, string>>;
  letterWord(ask: AskId): Promise<Result<SavedFile, string>>;
  /** One page for a coach: target, way in, move and letter, other people as initials. */
  caseSheet(target: TargetId, way: WayShown | null, stands: CaseInput['stands']): Promise<Result<SavedFile, string>>;
  reminders(ask: AskId): Promise<Result<SavedFile, string>>;
  /** Everything as CSV and JSON Lines in one zip. */
  readable(): Promise<SavedFile>;
  peopleCsv(ids: readonly PersonId[]): Promise<SavedFile>;
  mapFile(drawing: Drawing, labels: readonly string[], format: 'gexf' | 'graphml'): Promise<SavedFile>;
  mapPicture(drawing: Drawing, labels: readonly string[], colours: SvgColours): Promise<SavedFile>;
}

/** Pixels; twice as many in the PNG. */
const PICTURE_WIDTH = 1600;
const GONE = 'This is no longer here; another tab may have removed it.';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function createExports(workspace: () => Workspace, today: () => string, now: () => number): Exports {
  return {
    async managerPdf(id, sheet) {
      const { ask, target, cv } = caseOf(workspace(), id);
      if (!ask || !target) return fail(GONE);
      const title = titleOf(workspace(), id);
      const { managerPdf } = await import('#export/letter-pdf.ts');
      const bytes = cv?.type === 'application/pdf' ? cv.bytes : null;
      const made = await managerPdf({ sheet, title, author: workspace().me.name, cv: bytes, now: new Date(now()) });
      return made.ok ? ok(file(`${title}.pdf`, 'application/pdf', made.value)) : made;
    },
    async letterWord(id) {
      const { ask } = caseOf(workspace(), id);
      if (!ask) return fail(GONE);
      const title = titleOf(workspace(), id);
      const { letterDocx } = await import('#export/letter-docx.ts');
      return ok(file(`${title}.docx`, DOCX, await letterDocx(ask.packet.letter, title)));
    },
    async caseSheet(id, way, stands) {
      const target = workspace().targets.get(id);
      if (!target) return fail(GONE);
      const [{ caseSheet }, { caseSheetPdf }] = await Promise.all([
        import('#handoff/case-sheet.ts'),
        import('#export/case-sheet.ts'),
      ]);
      const ask = asksFor(workspace(), id)[0] ?? null;
      const sheet = caseSheet({ workspace: workspace(), target, way, ask, today: today(), stands });
      const name = `${fileName(sheet.title)}.pdf`;
      return ok(file(name, 'application/pdf', await caseSheetPdf(sheet, new Date(now()))));
    },
    async reminders(id) {
      const { ask, target } = caseOf(workspace(), id);
      if (!ask || !target) return fail(GONE);
      const { remindersIcs } = await import('#export/reminders-ics.ts');
      const text = remindersIcs(remindersOf(workspace(), target, ask, today()), new Date(now()));
      return ok(textFile('handcarry-reminders.ics', 'text/calendar', text));
    },
    async readable() {
      const [{ readableFiles }, { zipOf }] = await Promise.all([
        import('#export/readable.ts'),
        import('#export/zip.ts'),
      ]);
      return file(`handcarry-${today()}.zip`, 'application/zip', zipOf(readableFiles(workspace())));
    },
    async peopleCsv(ids) {
      const { peopleCsv } = await import('#export/readable.ts');
      return textFile(`people-${today()}.csv`, 'text/csv', peopleCsv(workspace(), ids));
    },
    async mapFile(drawing, labels, format) {
      const { gexfOf, graphmlOf } = await import('#export/graph-files.ts');
      const text = format === 'gexf' ? gexfOf(drawing, labels, `Handcarry, ${today()}`) : graphmlOf(drawing, labels);
      return textFile(`network-${today()}.${format}`, 'application/xml', text);
    },
    async mapPicture(drawing, labels, colours) {
      const { mapSvg } = await import('#export/map-svg.ts');
      return textFile(`network-${today()}.svg`, 'image/svg+xml', mapSvg(drawing, labels, colours, PICTURE_WIDTH));
    },
  };
}

/** "For Marta Silva - Jo Marin", without what a file name cannot hold. */
export function titleOf(workspace: Workspace, id: AskId): string {
  const { target } = caseOf(workspace, id);
  const manager = target?.manager ? workspace.people.get(target.manager) : undefined;
  const whom = (manager && profileOf(manager).name) || 'the hiring manager';
  const mine = workspace.me.name.trim();
  return fileName(`For ${whom}${mine ? ` - ${mine}` : ''}`);
}

function fileName(title: string): string {
  return title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function caseOf(workspace: Workspace, id: AskId) {
  const ask = workspace.asks.get(id);
  const target = ask && workspace.targets.get(ask.target);
  const cv = target?.cv ? workspace.files.get(target.cv) : undefined;
  return { ask, target, cv };
}

function file(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): SavedFile {
  return { name, type, bytes };
}

function textFile(name: string, type: string, text: string): SavedFile {
  return file(name, type, new TextEncoder().encode(text));
}
