/** Prints a picture alone on the page, dark on white whatever the theme; the app comes back afterwards. */
export async function printPicture(svg: string, alt: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image();
  image.className = 'diagram-print';
  image.alt = alt;
  image.src = url;
  await image.decode();
  const done = () => {
    image.remove();
    URL.revokeObjectURL(url);
  };
  addEventListener('afterprint', done, { once: true });
  document.body.append(image);
  print();
}
