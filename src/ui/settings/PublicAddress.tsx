import { useState } from 'react';
import { addressProblem, cleanAddress } from '#friendcheck/address.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';

/** Where a friend can open Handcarry: with it a question can travel as a link. */
export function PublicAddress() {
  const { commands } = useApp();
  const { publicAddress } = useWorkspace().me;
  const [typed, setTyped] = useState(publicAddress);
  const problem = addressProblem(typed);
  const here = cleanAddress(`${window.location.origin}${window.location.pathname}`);
  const offer = here !== publicAddress && addressProblem(here) === '' ? here : '';
  const keep = (text: string) => {
    const address = cleanAddress(text);
    setTyped(address);
    if (addressProblem(address) === '' && address !== publicAddress) commands.editMe({ publicAddress: address });
  };
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
        onText={setTyped}
        onBlur={() => keep(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep(typed);
        }}
        {...(problem ? { error: problem } : { hint: 'Empty: questions travel as text or as a file.' })}
      />
      {offer ? (
        <div>
          <Button size="small" onClick={() => keep(offer)}>
            Use the address of this page
          </Button>
        </div>
      ) : null}
    </>
  );
}
