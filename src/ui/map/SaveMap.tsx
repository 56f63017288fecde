import { useState } from 'react';
import type { Drawing } from '#graph/drawing.ts';
import { useApp } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { saveFile } from '#ui/shared/save-file.ts';
import type { SavedFile } from '#workspace/exports.ts';
import { paletteNow } from './palette.ts';

/** The map as a picture or for another program. */
export function SaveMap({ drawing, labels }: { drawing: Drawing; labels: readonly string[] }) {
  const { exports } = useApp();
  const [says, setSays] = useState('');
  const save = (made: Promise<SavedFile>) =>
    made.then(
      ({ name, bytes, type }) => {
        saveFile(name, bytes, type);
        setSays(`Saved "${name}".`);
      },
      () => setSays('This file could not be written.'),
    );
  const picture = () => exports.mapPicture(drawing, labels, paletteNow());
  return (
    <details className="map-save">
      <summary className="button" data-size="small">
        Save the map
      </summary>
      <div className="map-save-menu">
        <Button size="small" onClick={() => void save(picture().then(asPng))}>
          Picture (PNG)
        </Button>
        <Button size="small" onClick={() => void save(picture())}>
          Picture (SVG)
        </Button>
        <Button size="small" onClick={() => void save(exports.mapFile(drawing, labels, 'gexf'))}>
          Gephi (GEXF)
        </Button>
        <Button size="small" onClick={() => void save(exports.mapFile(drawing, labels, 'graphml'))}>
          GraphML
        </Button>
        <p role="status" className="faint">
          {says}
        </p>
      </div>
    </details>
  );
}

const SHARP = 2;

/** The SVG drawn once at twice its size. */
async function asPng({ name, bytes, type }: SavedFile): Promise<SavedFile> {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SHARP;
    canvas.height = image.naturalHeight * SHARP;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new Error('No picture');
    return { name: name.replace(/\.svg$/, '.png'), type: 'image/png', bytes: new Uint8Array(await png.arrayBuffer()) };
  } finally {
    URL.revokeObjectURL(url);
  }
}
