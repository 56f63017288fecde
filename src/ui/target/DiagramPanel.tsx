import './diagram.css';
import { useMemo, useRef, useState } from 'react';
import { fits, layered } from '#graph/path-diagram.ts';
import { type DiagramLine, mergeWays } from '#graph/path-merge.ts';
import { pathSvg } from '#graph/path-svg.ts';
import { tracks } from '#graph/path-tracks.ts';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { PersonDialog } from '#ui/people/PersonDialog.tsx';
import { useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { useWidth } from '#ui/shared/media.ts';
import { saveFile } from '#ui/shared/save-file.ts';
import { companyIn, nameIn } from '#ui/shared/words.ts';
import { Diagram } from './Diagram.tsx';
import { DiagramFocus, type Focus } from './DiagramFocus.tsx';
import { lineWords, nodeWords } from './diagram-words.ts';
import { printPicture } from './print-picture.ts';
import type { TargetView } from './use-target.ts';

interface Props {
  readonly view: TargetView;
  readonly hovered: string | null;
  readonly onHover: (way: string | null) => void;
}

const PICTURE = 960;

function labelWidth({ step }: DiagramLine): number {
  return 10 + lineWords(step).length * 5.9;
}

/** The picture of the list: the same ways in, the same selection. */
export function DiagramPanel({ view, hovered, onHover }: Props) {
  const workspace = useWorkspace();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [refused, setRefused] = useState(false);
  const [focus, setFocus] = useState<Focus | null>(null);
  const [card, setCard] = useState<PersonId | null>(null);
  const { target, all, plan } = view;
  const merged = useMemo(
    () =>
      mergeWays(all, {
        manager: target.manager,
        hr: target.hr,
        laneOf: (id) => {
          const person = workspace.people.get(id);
          return (person && profileOf(person).company) || (id === target.manager ? target.company : '');
        },
      }),
    [all, target, workspace],
  );
  const stubs = refused ? (plan?.rejected ?? []) : [];
  const wide = fits(merged, width);
  const drawing = useMemo(
    () =>
      wide
        ? layered(merged, {
            width,
            stubs: stubs.length,
            labelWidth,
          })
        : tracks(merged, { width, stubs: stubs.length }),
    [merged, width, wide, stubs.length],
  );
  const lit = all.find((way) => way.id === hovered) ?? view.selected;
  const title = `Ways in to ${nameIn(workspace, target.manager)}`;
  const picture = () => {
    const room = { width: PICTURE, stubs: stubs.length, labelWidth };
    const words = {
      title,
      ...nodeWords(workspace),
      lane: (key: string) => companyIn(workspace, key as typeof target.company),
      line: ({ step }: DiagramLine) => lineWords(step),
      stubs: stubs.map((stub) => stub.move),
    };
    return pathSvg(layered(merged, room), words, lit?.id ?? null);
  };
  const look = (next: Focus | null, way: string | null) => {
    setFocus(next);
    onHover(way);
  };
  return (
    <section className="target-diagram" aria-labelledby="target-diagram-title">
      <div className="row-apart">
        <h2 id="target-diagram-title">The way there</h2>
        {plan && plan.rejected.length > 0 ? (
          <label className="target-toggle">
            <input type="checkbox" checked={refused} onChange={(event) => setRefused(event.target.checked)} />
            Show the moves not taken
          </label>
        ) : null}
      </div>
      <div ref={frame} className="diagram-frame">
        {width > 0 && target.manager ? (
          <Diagram
            drawing={drawing}
            narrow={!wide}
            lit={lit}
            ways={all}
            stubs={stubs.map((stub) => stub.move)}
            company={(key) => companyIn(workspace, key as typeof target.company)}
            onLook={look}
            onCard={setCard}
          />
        ) : null}
        {target.manager ? null : <p className="soft">The picture starts when you name the hiring manager.</p>}
      </div>
      {target.manager ? (
        <>
          <div className="row-apart">
            <Legend hr={target.hr.length > 0} />
            <div className="row">
              <Button look="quiet" size="small" onClick={() => void printPicture(picture(), title)}>
                Print
              </Button>
              <Button look="quiet" size="small" onClick={() => saveFile('ways-in.svg', picture(), 'image/svg+xml')}>
                Save as picture
              </Button>
            </div>
          </div>
          <DiagramFocus focus={focus} lit={lit} ways={all} hr={target.hr} />
          {card ? <PersonDialog key={card} id={card} onClose={() => setCard(null)} /> : null}
        </>
      ) : null}
    </section>
  );
}

function Legend({ hr }: { hr: boolean }) {
  return (
    <ul className="diagram-legend" aria-label="Legend">
      <li>
        <span className="steps-line" data-standing="confirmed" /> confirmed
      </li>
      <li>
        <span className="steps-line" data-standing="listed" /> listed, unknown
      </li>
      <li>
        <span className="steps-line" data-standing="inferred" /> may know: ask
      </li>
      <li>
        <span className="diagram-legend-weaker" /> weaker step
      </li>
      {hr ? (
        <li>
          <span className="diagram-legend-hr" /> HR: not a route
        </li>
      ) : null}
    </ul>
  );
}
