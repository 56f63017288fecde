import type { DiagramLine, End } from '#graph/path-merge.ts';
import type { PersonId } from '#model/ids.ts';
import type { Step, WayShown } from '#paths/types.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { endName, stepWords } from '#ui/shared/steps.ts';
import { nameIn } from '#ui/shared/words.ts';
import { evidenceOf, wayThrough } from './diagram-words.ts';

/** What is looked at: a person or a tie. */
export type Focus = { readonly node: End } | { readonly line: DiagramLine };

/** The evidence of what is pointed at or focused, in a fixed place under the picture: nothing jumps. */
export function DiagramFocus({
  focus,
  lit,
  ways,
  hr,
}: {
  focus: Focus | null;
  lit: WayShown | null;
  ways: readonly WayShown[];
  hr: readonly PersonId[];
}) {
  const workspace = useWorkspace();
  if (focus && 'node' in focus && focus.node !== 'me' && hr.includes(focus.node)) {
    return (
      <Strip title={nameIn(workspace, focus.node)}>
        <p>HR runs the process and is never a way round it.</p>
      </Strip>
    );
  }
  const shown = focus ? stepOf(focus, lit, ways) : null;
  if (!shown) {
    return (
      <Strip title="">
        <p className="faint">Point at a person or a line, or walk with the arrow keys, to see what is known.</p>
      </Strip>
    );
  }
  const { step, evidence } = shown;
  return (
    <Strip title={`${endName(workspace, step.from)} to ${endName(workspace, step.to)}: ${stepWords(step)}`}>
      {evidence.length === 0 ? <p className="faint">No evidence in your files.</p> : null}
      {evidence.slice(0, 3).map((item) => (
        <p key={item.text}>{item.text}</p>
      ))}
    </Strip>
  );
}

function stepOf(
  focus: Focus,
  lit: WayShown | null,
  ways: readonly WayShown[],
): { step: Step; evidence: WayShown['evidence'][number] } | null {
  if ('line' in focus) return { step: focus.line.step, evidence: evidenceOf(ways, focus.line) };
  const way = focus.node === 'me' ? null : wayThrough(ways, lit, focus.node);
  const at = way?.steps.findIndex((step) => step.to === focus.node) ?? -1;
  const step = way?.steps[at];
  return step ? { step, evidence: way?.evidence[at] ?? [] } : null;
}

function Strip({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="diagram-focus" role="status">
      {title ? <p className="diagram-focus-title">{title}</p> : null}
      {children}
    </div>
  );
}
