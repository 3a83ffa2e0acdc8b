import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldedWords, foldText, slug } from '../../src/domain/folding.js';

describe('folding a name', () => {
  test.each([
    ['Dirección General de Servicios de Seguridad Privada', 'direccion general de servicios de seguridad privada'],
    ["Secrétariat de l'ICoCA", 'secretariat de l icoca'],
    ['  ICoCA –  (Geneva) ', 'icoca geneva'],
    ['Schutz- und Großdienste', 'schutz und grossdienste'],
    ['GROẞ', 'gross'],
    ['Øresund, Łódź, Đakovo, Cæsar, Œuvre', 'oresund lodz dakovo caesar oeuvre'],
    ['İstanbul ışık ISIK', 'istanbul isik isik'],
    ['ISO 18788:2015', 'iso 18788 2015'],
    ['ﬁrst Ⅻ', 'first xii'],
    ['Женевский центр', 'женевскии центр'],
    ['Ассоциация ICoCA', 'ассоциация icoca'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['الأمن الخاصّ', 'الامن الخاص'],
    ['国际行为守则', '国际行为守则'],
    ['國際 行為', '國際 行為'],
    ['', ''],
    ['—!', ''],
  ])('%s becomes "%s"', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('a text in ASCII folds as it does beside other letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(foldText(`é ${text}`)).toBe(`e ${foldText(text)}`.trim());
      }),
    );
  });

  test('invisible characters neither join nor split words', () => {
    expect(foldText('Sicher\u00ADheit \u200EICoCA\u200F')).toBe('sicherheit icoca');
  });

  test('a letter beyond the basic plane becomes U+FFFD, so that every engine sorts it alike', () => {
    expect(foldText('𠀀方')).toBe('\uFFFD方');
  });

  test('the beginning of a word is a beginning of the folded word, also before a final sigma', () => {
    expect(foldText('ΟΔΟΣ').startsWith(foldText('ΟΔ'))).toBe(true);
    expect(foldText('ΣΟΦΟΣ Α').startsWith(foldText('σοφοσ'))).toBe(true);
  });

  test('folding twice is folding once, and composed and decomposed letters are the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(text.normalize('NFC'))).toBe(foldText(text.normalize('NFD')));
        expect(folded).toBe(folded.trim());
        expect(folded).not.toMatch(/ {2}/);
      }),
      { numRuns: 500 },
    );
  });
});

test('the words of a text: none where there are only marks', () => {
  expect(foldedWords('UK Embassy in Guatemala')).toEqual(['uk', 'embassy', 'in', 'guatemala']);
  expect(foldedWords(' – ')).toEqual([]);
});

test('a slug joins the folded words', () => {
  expect(slug('Instituto de Enseñanza')).toBe('instituto-de-ensenanza');
});
