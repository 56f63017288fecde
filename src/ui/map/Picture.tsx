import { useEffect, useRef, useState } from 'react';
import type { Drawing, NodeKey } from '#graph/drawing.ts';
import { Button } from '#ui/shared/Button.tsx';
import type { Light } from './overlay.ts';
import { Stage, type StageEvents } from './stage.ts';

interface Props {
  readonly drawing: Drawing;
  readonly labels: readonly string[];
  readonly light: Light;
  readonly fit: readonly NodeKey[];
  readonly onChoose: (key: NodeKey | null, add: boolean) => void;
  readonly onOpen: (key: NodeKey) => void;
  /** The browser gives no drawing area. */
  readonly onUnable: () => void;
}

/** The canvas. It renders nothing itself: the stage draws; everything on it is also in the table. */
export function Picture({ drawing, labels, light, fit, onChoose, onOpen, onUnable }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const events = useRef({ onChoose, onOpen, onUnable });
  events.current = { onChoose, onOpen, onUnable };
  const [attempt, setAttempt] = useState(0);
  const [stage, setStage] = useState<Stage | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for a new stage after a lost context
  useEffect(() => {
    const container = holder.current;
    if (!container) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    const opened = openStage(container, {
      onChoose: (key, add) => events.current.onChoose(key, add),
      onOpen: (key) => events.current.onOpen(key),
      onLost: () => {
        again = setTimeout(() => setAttempt((n) => n + 1), 100);
      },
    });
    if (!opened) {
      events.current.onUnable();
      return;
    }
    setStage(opened);
    const theme = matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => opened.repaint();
    theme.addEventListener('change', repaint);
    return () => {
      clearTimeout(again);
      theme.removeEventListener('change', repaint);
      setStage(null);
      opened.kill();
    };
  }, [attempt]);

  const named = useRef(labels);
  named.current = labels;
  useEffect(() => stage?.show(drawing, named.current), [stage, drawing]);
  useEffect(() => stage?.rename(labels), [stage, labels]);
  useEffect(() => stage?.light(light), [stage, light]);
  useEffect(() => {
    if (fit.length > 0) stage?.fit(fit);
  }, [stage, fit]);

  return (
    <div className="map-picture">
      <div ref={holder} className="map-stage" data-ready={stage !== null} aria-hidden="true" />
      <div className="map-zoom" role="group" aria-label="Zoom">
        <Button size="small" onClick={() => stage?.zoom(1.6)} aria-label="Closer">
          +
        </Button>
        <Button size="small" onClick={() => stage?.zoom(1 / 1.6)} aria-label="Further away">
          −
        </Button>
        <Button size="small" onClick={() => stage?.fit([])}>
          Show all
        </Button>
      </div>
    </div>
  );
}

/** The probe found WebGL, and still the browser may refuse: too many drawing areas, a driver that is gone. */
function openStage(container: HTMLElement, events: StageEvents): Stage | null {
  try {
    return new Stage(container, events);
  } catch {
    return null;
  }
}
