import { addressProblem, cleanAddress } from '#friendcheck/address.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { useDraft } from '#ui/shared/use-draft.ts';

/** Where a friend can open Handcarry: with it a question can travel as a link. */
export function PublicAddress() {
  const { commands } = useApp();
  const { publicAddress } = useWorkspace().me;
  const keep = (address: string) => {
    if (addressProblem(address) === '') commands.editMe({ publicAddress: address });
  };
  const { value: typed, set, flush, leave } = useDraft(publicAddress, keep, cleanAddress);
  const problem = addressProblem(typed);
  // What cannot be kept stays as it was typed, with the reason.
  const done = problem ? flush : leave;
  const here = cleanAddress(`${window.location.origin}${window.location.pathname}`);
  const offer = here !== publicAddress && addressProblem(here) === '' ? here : '';
  return (
    <>
      <p className="soft">
        A question for a friend can travel as a link when Handcarry stands at an address that your friend can open. The
        link opens that page; the question itself is in the part after #, which the page's server is not sent.
      </p>
      <TextField
        label="Public address of your Handcarry"
        type="url"
        autoComplete="off"
        placeholder="https://"
        value={typed}
        onText={set}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done();
        }}
        {...(problem ? { error: problem } : { hint: 'Empty: questions travel as text or as a file.' })}
      />
      {offer ? (
        <div>
          <Button size="small" onClick={() => set(offer)}>
            Use the address of this page
          </Button>
        </div>
      ) : null}
    </>
  );
}
