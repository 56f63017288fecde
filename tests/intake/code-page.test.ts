import { describe, expect, test } from 'vitest';
import { decode } from '#intake/decode.ts';
import { dataFile, read } from './kit.ts';

/** What each page calls a character, by asking the decoder for every byte and pair of bytes. */
function encoder(page: string): (text: string) => Uint8Array {
  const bytesOf = new Map<string, number[]>();
  const decoder = new TextDecoder(page);
  const learn = (...bytes: number[]): void => {
    const char = decoder.decode(Uint8Array.from(bytes));
    if ([...char].length === 1 && char !== '\ufffd' && !bytesOf.has(char)) bytesOf.set(char, bytes);
  };
  for (let byte = 0; byte < 256; byte++) learn(byte);
  if (!page.startsWith('windows'))
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) learn(lead, trail);
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((char) => {
        const bytes = bytesOf.get(char);
        if (!bytes) throw new Error(`${page} has no ${char}`);
        return bytes;
      }),
    );
}

/** Names as a person may have them, under an English header: only the letters can tell. */
const LISTS: readonly (readonly [language: string, page: string, names: string])[] = [
  ['German', 'windows-1252', 'Jürgen Müller,Käthe Groß,Björn Schäfer,Anke Weiß'],
  ['French', 'windows-1252', 'Hélène Lefèvre,François Gérard,Zoé Noël,Inès Besançon'],
  ['Spanish', 'windows-1252', 'José Muñoz,María Núñez,Íñigo Peña,Ángel Ibáñez'],
  ['Portuguese', 'windows-1252', 'João Gonçalves,Conceição Simões,Inês Magalhães'],
  ['Swedish', 'windows-1252', 'Åsa Sjöberg,Göran Håkansson,Märta Öberg'],
  ['Danish', 'windows-1252', 'Søren Kjær,Åge Jørgensen,Bjørn Ødegård'],
  ['Icelandic', 'windows-1252', 'Þórður Guðmundsson,Sigríður Ægisdóttir,Hörður Önnuson'],
  ['one name only', 'windows-1252', 'Ana Muñoz,Ben Row,Carl Low'],
  ['Polish', 'windows-1250', 'Łukasz Wiśniewski,Grażyna Dąbrowska,Michał Żółkoś'],
  ['Czech', 'windows-1250', 'Bořivoj Křížek,Zdeňka Třešňáková,Jiří Růžička'],
  ['Hungarian', 'windows-1250', 'Győző Szűcs,Erzsébet Kővári,Jenő Fűzfa'],
  ['Croatian', 'windows-1250', 'Željko Kovačević,Đurđica Šarić,Živa Čačić'],
  ['Russian', 'windows-1251', 'Ирина Образцова,Пётр Примеров,Ольга Щукина'],
  ['Ukrainian', 'windows-1251', 'Олександр Зразков,Наталія Прикладна,Їжак Вільний'],
  ['Bulgarian', 'windows-1251', 'Борис Примеров,Елена Стоянова,Христо Образцов'],
  ['Greek', 'windows-1253', 'Ελένη Παραδείγματος,Γιώργος Δείγμας,Νίκος Υποδείγματος'],
  ['Turkish', 'windows-1254', 'Ayşegül Örnekoğlu,Çağrı Yıldız,İbrahim Şahin'],
  ['Hebrew', 'windows-1255', 'דוגמה כהן,שרה לוי,משה מזרחי'],
  ['Arabic', 'windows-1256', 'محمد العربي,فاطمة المثال,أحمد النموذج'],
  ['Lithuanian', 'windows-1257', 'Žydrūnas Pavyzdžiukas,Eglė Šimkutė,Rūta Kučinskaitė'],
  ['Japanese', 'shift_jis', '見本 花子,例田 太郎,サンプル 次郎'],
  ['Chinese, simplified', 'gb18030', '范小红,示例公司王伟,李明华'],
  ['Chinese, traditional', 'big5', '範小明,示範公司陳美玲,林志豪'],
  ['Korean', 'euc-kr', '김보기,이예시,박견본'],
];

describe('letters tell the code page', () => {
  test.each(LISTS)('%s', (_, page, names) => {
    const text = `First Name,Last Name\n${names.replaceAll(',', '\n').replaceAll(' ', ',')}\n`;
    const decoded = decode(encoder(page)(text));
    expect(decoded.is === 'text' ? decoded.text : '').toBe(text);
  });

  test('a page that the person chose is used, and one that it cannot be is not', () => {
    const polish = encoder('windows-1250')('Łódź\n');
    expect(decode(polish, 'windows-1252')).toMatchObject({ text: '£ódŸ\n', encoding: 'windows-1252', sure: true });
    const western = Uint8Array.of(0x4d, 0xfc, 0x6c, 0x6c, 0x20, 0xff);
    expect(decode(western, 'shift_jis')).toMatchObject({ text: 'Müll ÿ' });
  });
});

describe('cards without a charset', () => {
  const card = (name: string): string => `BEGIN:VCARD\r\nVERSION:2.1\r\n${name}\r\nEND:VCARD\r\n`;
  const names = (outs: Awaited<ReturnType<typeof read>>): string[] =>
    outs.read.flatMap(({ candidates }) => candidates.map(({ name }) => name));
  const polish = encoder('windows-1250')(
    ['N:Wiśniewski;Łukasz', 'N:Dąbrowska;Grażyna'].map(card).join(''),
  ) as Uint8Array<ArrayBuffer>;

  test('are read by the page that all their letters tell, or the one that is chosen', async () => {
    const file = new File([polish], 'cards.vcf');
    const found = await read([file]);
    expect(names(found)).toEqual(['Łukasz Wiśniewski', 'Grażyna Dąbrowska']);
    expect(found.read[0]?.codePage?.choices[0]).toMatchObject({ page: 'windows-1250' });
    expect(names(await read([file], { pages: [['cards.vcf', 'windows-1252']] }))[0]).toBe('£ukasz Wiœniewski');
  });

  test('are read so also in quoted-printable; what names its charset, or is UTF-8, stays what it is', async () => {
    const quoted = (text: string): string =>
      [...encoder('windows-1251')(text)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('');
    const text = [
      `N;ENCODING=QUOTED-PRINTABLE:${quoted('Щукина')};${quoted('Ольга')}`,
      `N;ENCODING=QUOTED-PRINTABLE:${quoted('Примеров')};${quoted('Борис')}`,
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gro=C3=9F;K=C3=A4the',
      'N:Groß;Anke',
    ];
    const found = await read([new File([text.map(card).join('')], 'cards.vcf')]);
    expect(names(found)).toEqual(['Ольга Щукина', 'Борис Примеров', 'Käthe Groß', 'Anke Groß']);
  });

  test('saved one by one are read by what they tell together', async () => {
    const files = ['Wiśniewski;Łukasz', 'Muñoz;Ana'].map(
      (name, at) =>
        new File(
          [encoder('windows-1250')(card(`N:${name.replace('ñ', 'ń')}`)) as Uint8Array<ArrayBuffer>],
          `${at}.vcf`,
        ),
    );
    const found = await read(files);
    expect(names(found)).toEqual(['Łukasz Wiśniewski', 'Ana Muńoz']);
    expect(found.read[0]?.codePage).toBeNull();
  });
});

describe('a file of a code page', () => {
  const file = 'outlook-classic-polish-cp1250.csv';

  test('says how else its letters can be read, with its own lines', async () => {
    const [out] = (await read([dataFile(file)])).read;
    expect(out?.codePage?.sure).toBe(true);
    const [now, ...others] = out?.codePage?.choices ?? [];
    expect(now).toMatchObject({ page: 'windows-1250', label: 'Central European' });
    expect(now?.lines[1]).toContain('Łukasz');
    expect(others.map(({ page }) => page)).toContain('windows-1252');
    expect(others.find(({ page }) => page === 'windows-1252')?.lines[1]).toContain('£ukasz');
  });

  test('is read as the person says', async () => {
    const { read: outs } = await read([dataFile(file)], { pages: [[file, 'windows-1252']] });
    expect(outs[0]?.candidates[0]?.name).toBe('£ukasz Wiœniewski');
    expect(outs[0]?.codePage?.choices[0]?.page).toBe('windows-1252');
  });

  test('with a header nobody knows offers the choice beside the columns', async () => {
    const { unmapped } = await read([dataFile('mapped-later-cyrillic-cp1251.csv')]);
    expect(unmapped[0]?.codePage?.choices[0]).toMatchObject({ page: 'windows-1251' });
  });

  test('that is Unicode, or reads the same in every way, asks nothing', async () => {
    const { read: outs } = await read([dataFile('connections-current.csv'), dataFile('google-2024-bom.csv')]);
    expect(outs.map(({ codePage }) => codePage)).toEqual([null, null]);
  });
});
