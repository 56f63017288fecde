import { Component, type ReactNode } from 'react';
import { Button } from '#ui/shared/Button.tsx';
import { go } from '#ui/shared/route.ts';
import { Calm } from './Calm.tsx';

/** A fault in a screen costs that screen, never the work: everything is already saved. */
export class Crash extends Component<{ children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.message === null) return this.props.children;
    return (
      <Calm title="This screen stopped">
        <p>
          Your contacts and targets are safe: they are saved on this computer. Go on to another screen, or load this one
          again.
        </p>
        <div className="row">
          <Button look="primary" onClick={() => window.location.reload()}>
            Load again
          </Button>
          <Button
            onClick={() => {
              this.setState({ message: null });
              go({ to: 'targets' });
            }}
          >
            Go to Targets
          </Button>
        </div>
        <details className="calm-details">
          <summary>What went wrong</summary>
          <p>{this.state.message}</p>
        </details>
      </Calm>
    );
  }
}
