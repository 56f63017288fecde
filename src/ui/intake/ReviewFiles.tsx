import type { CodePageChoice, FileReport, Review } from '#intake/types.ts';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { sizeWords } from '#ui/shared/size-words.ts';
import { count } from '#ui/shared/words.ts';
import { CodePages } from './CodePages.tsx';
import { KIND_WORDS } from './kind-words.ts';

/** Per file: what it is, one sentence but the one `told` above, its counts. Files that carried nothing are folded away. */
export function ReviewFiles({ files, codePages, told }: Pick<Review, 'files' | 'codePages'> & { told: string }) {
  const useful = files.filter((file) => file.kind !== 'ignored');
  const ignored = files.filter((file) => file.kind === 'ignored');
  return (
    <section className="import-section" aria-labelledby="review-files">
      <h2 id="review-files">Files</h2>
      <ShowMore items={useful} one="file">
        {(shown) => (
          <ul className="import-list">
            {shown.map((file, at) => (
              <FileRow
                // biome-ignore lint/suspicious/noArrayIndexKey: two files may share a name
                key={at}
                file={file}
                told={told}
                codePage={codePages.find((one) => one.file === file.name)?.codePage ?? null}
              />
            ))}
          </ul>
        )}
      </ShowMore>
      {ignored.length > 0 ? (
        <details>
          <summary>{count(ignored.length, 'file')} not needed</summary>
          <p className="faint">{ignored.map((file) => file.name).join(', ')}</p>
        </details>
      ) : null}
    </section>
  );
}

function FileRow({ file, told, codePage }: { file: FileReport; told: string; codePage: CodePageChoice | null }) {
  const facts = [
    KIND_WORDS[file.kind],
    sizeWords(file.bytes),
    file.rows > 0 ? count(file.rows, 'row') : '',
    file.messages > 0 ? count(file.messages, 'message') : '',
    file.hidden > 0 ? count(file.hidden, 'hidden member') : '',
    file.problems > 0 ? count(file.problems, 'problem') : '',
  ].filter(Boolean);
  return (
    <li>
      <div className="row-apart">
        <h3 className="import-name">{file.name}</h3>
        <p className="faint number">{facts.join(' · ')}</p>
      </div>
      {file.sentence === told ? null : <p className="soft">{file.sentence}</p>}
      {codePage ? <CodePages file={file.name} codePage={codePage} /> : null}
    </li>
  );
}
