import { type Block, blocksOf } from '#handoff/markup.ts';
import type { Letter } from '#model/ask.ts';

/** The letter as it stands on paper: one component for the screen, the measure and the printer. */
export function LetterText({ letter }: { letter: Letter }) {
  const [sign = '', ...details] = letter.closing.split('\n').filter((line) => line.trim() !== '');
  return (
    <div className="letter-text">
      <Blocks text={letter.greeting} />
      {letter.pairs.length > 0 ? (
        <Pairs letter={letter} />
      ) : (
        <>
          <Blocks text={letter.need} />
          <Blocks text={letter.did} />
        </>
      )}
      <Blocks text={letter.lack} />
      <Blocks text={letter.why} />
      <Blocks text={letter.next} />
      {sign ? (
        <p className="letter-closing">
          {[sign, ...details].map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      ) : null}
    </div>
  );
}

function Pairs({ letter }: { letter: Letter }) {
  return (
    <table className="letter-pairs">
      <thead>
        <tr>
          <th scope="col">You need</th>
          <th scope="col">I did</th>
        </tr>
      </thead>
      <tbody>
        {letter.pairs.map((pair, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pairs have no name of their own
          <tr key={at}>
            <td>
              <Blocks text={pair.need} />
            </td>
            <td>
              <Blocks text={pair.did} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Blocks({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks follow from the text and have no name
  return blocksOf(text).map((block, at) => <BlockView key={at} block={block} />);
}

function BlockView({ block: { kind, lines } }: { block: Block }) {
  const shown = lines.map((runs, at) => ({
    at,
    text: runs.map(({ text, bold }, run) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: runs follow from the text and have no name
      bold ? <strong key={run}>{text}</strong> : <span key={run}>{text}</span>,
    ),
  }));
  if (kind === 'list') {
    return (
      <ul>
        {shown.map(({ at, text }) => (
          <li key={at}>{text}</li>
        ))}
      </ul>
    );
  }
  return (
    <p>
      {shown.map(({ at, text }) => (
        <span key={at}>
          {at > 0 ? <br /> : null}
          {text}
        </span>
      ))}
    </p>
  );
}
