/** What is known, what is kept, what never happens: in plain words. */
export function Privacy() {
  return (
    <div className="settings-prose">
      <h3>What it keeps</h3>
      <ul>
        <li>From your files: names, companies, positions, addresses, and when you and somebody wrote to each other.</li>
        <li>Never what was written: message texts and subjects are read past and not kept.</li>
        <li>What you say yourself: closeness, who knows whom, notes, targets, asks, letters and your CV.</li>
      </ul>
      <h3>Where it is</h3>
      <ul>
        <li>In this browser on this computer. There is no account and no server that holds anything of yours.</li>
        <li>
          The page is not allowed to open connections: the browser itself enforces that. There is no telemetry and no
          code from other places.
        </li>
        <li>
          Anybody who can use this browser profile can open it, unless you set a passphrase under Lock. Other people on
          a shared computer could look.
        </li>
      </ul>
      <h3>What it never does</h3>
      <ul>
        <li>It sends nothing to anybody. It writes; you send or carry.</li>
        <li>It does not read LinkedIn or any other site. It reads the files you give it.</li>
        <li>It tells no friend that they are in your list.</li>
      </ul>
      <h3>Your friends</h3>
      <p>
        These are other people's names. Import a friend's list only with their word, leave people out when they ask, and
        delete what you no longer need: deleting a person takes everything known about them along.
      </p>
    </div>
  );
}
