import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decoded, tokensOf } from '#handoff/html-tokens.ts';
import { blocksOf, plainOf } from '#handoff/markup.ts';
import { MOST_PASTED, markupOf, pastedText } from '#handoff/paste.ts';

/** As Word for Windows puts it on the clipboard, shortened. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset="utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Wingdings;} p.MsoNormal {margin:0cm;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal>Dear Marta,<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>You need <b style='mso-bidi-font-weight:normal'>one owner</b> for certification,
and a&nbsp;team that <span style='font-weight:bold'>answers</span> in 3&nbsp;days.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Cut the wait from <b>11 days to 3</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span></span><!--[endif]-->Led 12&nbsp;people &amp; 3 audits<o:p></o:p></p>
<p class=MsoNormal>J&uacute;lia Prad&#243;<br>+49&#8239;30<o:p></o:p></p>
<!--EndFragment--></body></html>`;

const DOCS = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;">You need </span><span style="font-weight:700;">one owner</span><span style="font-weight:400;">.</span></p><br /><ul><li dir="ltr"><p dir="ltr"><span style="font-weight:700;">Led</span><span> 12 people</span></p></li><li><p>Cut costs</p></li></ul></b>`;

describe('formatted text becomes the marks of a section', () => {
  test('from Word: paragraphs, bold, list items without their signs, accents', () => {
    expect(markupOf(WORD)).toBe(
      [
        'Dear Marta,',
        'You need **one owner** for certification, and a\u00a0team that **answers** in 3\u00a0days.',
        '- Cut the wait from **11 days to 3**\n- Led 12\u00a0people & 3 audits',
        'Júlia Pradó\n+49\u202f30',
      ].join('\n\n'),
    );
  });

  test('from Google Docs, where a bold element means nothing', () => {
    expect(markupOf(DOCS)).toBe('You need **one owner**.\n\n- **Led** 12 people\n- Cut costs');
  });

  test.each([
    ['<p>one<br>two</p><p>three</p>', 'one\ntwo\n\nthree'],
    ['<div>one</div><div>two</div><div><br></div><div>three</div>', 'one\ntwo\n\nthree'],
    ['<p>a <b>b </b><b>c</b> d</p>', 'a **b c** d'],
    ['<p>a<b> </b>b</p>', 'a b'],
    ['<ol><li>one<br>more</li><li>two</li></ol>after', '- one more\n- two\n\nafter'],
    ['<ul><li>one<ul><li>inner</li></ul></li></ul>', '- one\n- inner'],
    ['<table><tr><td><p>You need</p></td><td><p>I did</p></td></tr></table>', 'You need\n\nI did'],
    ['<h2>What I did</h2><p>Much.</p>', '**What I did**\n\nMuch.'],
    ['<b>a<span style="font-weight:normal">b</span></b>', '**a**b'],
    ['<p style="display:none">secret</p>seen', 'seen'],
    ['1 < 2 &lt;b&gt;x&lt;/b&gt; & so &nosuch; on', '1 < 2 <b>x</b> & so &nosuch; on'],
    ['<p title="a > b">text</p>', 'text'],
    ['&#0;&#xD800;&#x110000;a', '\ufffd\ufffd\ufffda'],
    ['<li>• dotted</li>', '- dotted'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(markupOf(html)).toBe(text);
  });
});

describe('hostile input', () => {
  test.each([
    '<script>alert(1)</script>safe',
    '<SCRIPT>alert(1)</script >safe',
    '<style>alert(1)</style>safe',
    '<!--<p>alert(1)-->safe',
    '<!--[if true]><script>alert(1)</script><![endif]-->safe',
    '<svg onload=alert(1)><text>alert(1)</text></svg>safe',
    '<xml><o:x>alert(1)</o:x></xml>safe',
    '<img src=x onerror=alert(1)>safe',
    '<a href="javascript:alert(1)">safe</a>',
    '<iframe srcdoc="<p>alert(1)">alert(1)</iframe>safe',
    '<p onclick="alert(1)">safe',
    '<template>alert(1)</template>safe',
  ])('nothing of it is kept but the words: %s', (html) => {
    expect(markupOf(html)).toBe('safe');
  });

  test('what is escaped stays text and is not read twice', () => {
    expect(markupOf('&amp;lt;script&amp;gt;')).toBe('&lt;script&gt;');
    expect(decoded('&amp;amp;')).toBe('&amp;');
  });

  const piece = fc.oneof(
    fc.constantFrom(
      ...'< > <b> </b> <p> </p> <br> <ul> <li> </li> </ul> <!-- --> <![if !x]> <![endif]> <script> </script> & &amp; &#65; " \' = / style="font-weight:700" <span style="mso-list:Ignore"> </span> - • ** \n'.split(
        ' ',
      ),
    ),
    fc.string({ maxLength: 8 }),
    fc.constantFrom('word', 'Marta', 'é', '李', '\u0000', '\u202e'),
  );
  const html = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test('any text is read to its end, and what comes out is a section that shows every word of it', () => {
    fc.assert(
      fc.property(html, (text) => {
        const marked = markupOf(text);
        const seen = [...tokensOf(text)].filter((token) => token.is === 'text').length;
        expect(marked === '' || seen > 0).toBe(true);
        expect(marked).not.toMatch(/\n{3}|^\n|\n$/);
        const bare = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '');
        expect(bare(plainOf(marked))).toBe(bare(marked));
        expect(blocksOf(marked).every(({ lines }) => lines.every((runs) => runs.length > 0))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('words between tags are never lost', () => {
    const inline = fc.constantFrom('b', 'i', 'p', 'div', 'li', 'span', 'u', 'h1', 'td');
    const words = fc.array(fc.tuple(inline, fc.stringMatching(/^[a-zé]{1,6}$/)), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.boolean(), (all, closed) => {
        const text = all.map(([tag, word]) => `<${tag}>${word}${closed ? `</${tag}>` : ''}`).join(' ');
        expect(plainOf(markupOf(text)).match(/[a-zé]+/g) ?? []).toEqual(all.map(([, word]) => word));
      }),
    );
  });

  test.each([
    ['open tags', '<b>'],
    ['open paragraphs', '<p>a'],
    ['end tags of nothing', '</i>'],
    ['open brackets', '<'],
    ['open tags without an end', '<b a="'],
    ['comments that end nowhere', '<!--'],
    ['conditional comments', '<!--[if gte mso 9]><xml>x</xml><![endif]-->'],
    ['raw elements that end nowhere', '<script>x</scrip'],
    ['ampersands', '&'],
    ['references', '&#x'],
    ['weights', '<b style="font-weight:'],
    ['spaces', ' \u00a0'],
    ['Word paragraphs', "<p class=MsoNormal style='mso-list:l0 level1 lfo1'><b>a</b> b</p>"],
    ['space in an item', '<li> '],
  ])('5 MB of %s are read to an end, and what comes out is bounded', (_, unit) => {
    const text = unit.repeat(Math.ceil(5_000_000 / unit.length));
    expect(markupOf(text).length).toBeLessThan(10 * MOST_PASTED);
  });
});

describe('what is put in', () => {
  test('is the plain text where the formatted one holds fewer words, so nothing is lost', () => {
    expect(pastedText('<svg>one two three', 'one two three\r\nfour').text).toBe('one two three\nfour');
    expect(pastedText('', 'plain\r\ntext')).toEqual({ text: 'plain\ntext', cut: false });
    expect(pastedText('<p><b>one</b> two', 'one two').text).toBe('**one** two');
  });

  test('is cut at a length that no page has, and says so', () => {
    const { text, cut } = pastedText(`<p>${'word '.repeat(1_000_000)}`, '');
    expect([text.length, cut]).toEqual([MOST_PASTED, true]);
    expect(pastedText('', 'x'.repeat(5_000_000)).text.length).toBe(MOST_PASTED);
  });
});
