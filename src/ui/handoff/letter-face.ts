import '@fontsource/source-serif-4/400.css';
import '@fontsource/source-serif-4/700.css';
import { useEffect, useState } from 'react';

/** True once the face of the letter is there: before that every line would be measured in another one. */
export function useLetterFace(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let current = true;
    const faces = ['400 16px "Source Serif 4"', '700 16px "Source Serif 4"'];
    const done = () => current && setReady(true);
    Promise.all(faces.map((face) => document.fonts.load(face, 'aé'))).then(done, done);
    return () => {
      current = false;
    };
  }, []);
  return ready;
}
