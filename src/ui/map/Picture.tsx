import { useEffect, useRef, useState } from 'react';
import type { Drawing, NodeKey } from '#graph/drawing.ts';
import { Button } from '#ui/shared/Button.tsx';
import { hasWebGl, type Light, Stage } from './stage.ts';

interface Props {
  readonly drawing: Drawing;
  readonly labels: readonly string[];
  readonly light: Light;
  readonly fit: readonly NodeKey[];
  readonly onChoose: (key: NodeKey | null, add: boolean) => void;
  readonly onOpen: (key: NodeKey) => void;
}

/** The canvas. It renders nothing itself: the stage draws; everything on it is also in the table. */
export function Picture({ drawing, labels, light, fit, onChoose, onOpen }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const events = useRef({ onChoose, onOpen });
  events.current = { onChoose, onOpen };
  const lit = useRef(light);
  lit.current = light;
  const [able] = useState(hasWebGl);
  const [attempt, setAttempt] = useState(0);
  const [ready, setReady] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for a new stage after a lost context
  useEffect(() => {
    const container = holder.current;
    if (!able || !container) return;
    const abort = new AbortController();
    const handlers = {
      onChoose: (key: NodeKey | null, add: boolean) => events.current.onChoose(key, add),
      onOpen: (key: NodeKey) => events.current.onOpen(key),
      onLost: () => setTimeout(() => setAttempt((n) => n + 1), 100),
    };
    Stage.open(container, drawing, labels, handlers, abort.signal).then(
      (opened) => {
        if (abort.signal.aborted) return opened?.kill();
        stage.current = opened;
        opened?.light(lit.current);
        setReady((n) => n + 1);
      },
      () => setReady(-1),
    );
    const theme = matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => stage.current?.repaint();
    theme.addEventListener('change', repaint);
    return () => {
      abort.abort();
      theme.removeEventListener('change', repaint);
      stage.current?.kill();
      stage.current = null;
    };
  }, [able, drawing, labels, attempt]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `ready` lights a stage that has just opened
  useEffect(() => stage.current?.light(light), [light, ready]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ready` fits a stage that has just opened
  useEffect(() => {
    if (fit.length > 0) stage.current?.fit(fit);
  }, [fit, ready]);

  if (!able) {
    return (
      <p className="notice" data-kind="warning">
        This browser cannot draw the map, because WebGL is not available here. The table below holds everything that the
        map shows, and all other screens work as usual.
      </p>
    );
  }
  return (
    <div className="map-picture">
      <div ref={holder} className="map-stage" data-ready={ready > 0} aria-hidden="true" />
      <div className="map-zoom" role="group" aria-label="Zoom">
        <Button size="small" onClick={() => stage.current?.zoom(1.6)} aria-label="Closer">
          +
        </Button>
        <Button size="small" onClick={() => stage.current?.zoom(1 / 1.6)} aria-label="Further away">
          −
        </Button>
        <Button size="small" onClick={() => stage.current?.fit([])}>
          Show all
        </Button>
      </div>
    </div>
  );
}
