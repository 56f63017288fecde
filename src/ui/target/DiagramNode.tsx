import type { PlacedNode } from '#graph/path-diagram.ts';
import { profileOf } from '#model/person.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { companyIn } from '#ui/shared/words.ts';
import { nodeWords } from './diagram-words.ts';

interface Props {
  readonly placed: PlacedNode;
  /** Where the dot sits in the narrow drawing. */
  readonly dot: { readonly x: number; readonly y: number } | null;
  readonly on: boolean;
  readonly tabStop: boolean;
  readonly onPick: () => void;
  readonly onCard: () => void;
  readonly onFocus: () => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

export function DiagramNode({ placed, dot, on, tabStop, onPick, onCard, onFocus, onEnter, onLeave }: Props) {
  const workspace = useWorkspace();
  const { node, x, y, width, height } = placed;
  const person = node.id === 'me' ? undefined : workspace.people.get(node.id);
  const profile = person ? profileOf(person) : null;
  const words = nodeWords(workspace);
  const name = words.name(node);
  const company = companyIn(workspace, profile?.company ?? null);
  const under = words.under(node) || (dot ? company : '');
  return (
    <>
      {dot ? (
        <span
          className="diagram-dot"
          data-role={node.role}
          data-on={on || undefined}
          style={{ left: dot.x, top: dot.y }}
          aria-hidden="true"
        />
      ) : null}
      <button
        type="button"
        className="diagram-node"
        data-id={node.id}
        data-role={node.role}
        data-on={on || undefined}
        style={{ left: x, top: y, width, height }}
        tabIndex={tabStop ? 0 : -1}
        aria-label={[name, node.role === 'manager' ? 'hiring manager' : '', under, company].filter(Boolean).join(', ')}
        title={[name, profile?.position, company].filter(Boolean).join(', ')}
        onClick={(event) => {
          onPick();
          // Enter and Space click, too, with no click counted: they only choose.
          if (event.detail > 0) onCard();
        }}
        onFocus={onFocus}
        onBlur={onLeave}
        onPointerEnter={onEnter}
        onPointerLeave={onLeave}
      >
        <span className="diagram-name">{name}</span>
        {under ? <span className="diagram-under">{under}</span> : null}
      </button>
    </>
  );
}
