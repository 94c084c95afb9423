import { describe, expect, it } from 'vitest';
import { checkName, tidy } from './translations.js';

const word = (fi: string, sv?: string, en?: string) =>
  checkName({ fi: [fi], ...(sv === undefined ? {} : { sv: [sv] }), ...(en === undefined ? {} : { en: [en] }) }, 'word');

describe('a name in three languages', () => {
  it('is kept as it stands where each language has its own', () => {
    const name = { fi: 'Tutkinto', sv: 'Examen', en: 'Qualification' };
    expect(word(name.fi, name.sv, name.en)).toEqual({ label: name, leftOut: [] });
  });

  it('loses the placeholders that stand in registers', () => {
    // CSCfi/antero: paaasiallinen_toiminta.json and p_lataa_d_kieli.
    expect(word('Päätoiminen työllinen', 'paaasiallinen_toiminta_SV', 'paaasiallinen_toiminta_EN').label).toEqual({
      fi: 'Päätoiminen työllinen',
    });
    expect(word('ei luvallinen kieli', 'sv*ei luvallinen kieli').leftOut).toEqual([
      { lang: 'sv', fault: 'placeholder', text: 'sv*ei luvallinen kieli' },
    ]);
    expect(word('------', '------').label).toEqual({});
  });

  it('loses Finnish that was copied under Swedish and English', () => {
    expect(word('Lukuvuosimaksu', 'Lukuvuosimaksu', 'Lukuvuosimaksu')).toEqual({
      label: { fi: 'Lukuvuosimaksu' },
      leftOut: [
        { lang: 'sv', fault: 'copy', text: 'Lukuvuosimaksu' },
        { lang: 'en', fault: 'copy', text: 'Lukuvuosimaksu' },
      ],
    });
  });

  it('loses Finnish under another language also where the Finnish name has changed since', () => {
    const english = 'Tutkintokoulutukseen valmentava muu suoritus';
    expect(word('Tutkintokoulutukseen valmentavan koulutuksen muu suoritus', undefined, english).label.en).toBe(
      undefined,
    );
  });

  it('keeps English where English stands for all, and tells the others that it is English', () => {
    expect(word('International school', 'International school', 'International school').label).toEqual({
      en: 'International school',
    });
  });

  it('keeps a word that is the same in Finnish and Swedish where English has it in its own spelling', () => {
    expect(word('hindi', 'hindi', 'Hindi').label).toEqual({ fi: 'hindi', sv: 'hindi', en: 'Hindi' });
    expect(word('lao', 'lao', 'Laotian, Lao').label.sv).toBe('lao');
    expect(word('tamili', 'tamili', 'Tamil').label).toEqual({ fi: 'tamili', en: 'Tamil' });
  });

  it('keeps a word that Swedish and English share', () => {
    expect(word('Vastaanottovirkailija', 'Receptionist', 'Receptionist').leftOut).toEqual([]);
  });

  it('keeps acronyms and figures for everyone', () => {
    expect(word('EB, RP, ISH', 'EB, RP, ISH', 'EB, RP, ISH').leftOut).toEqual([]);
    expect(word('5').label).toEqual({ fi: '5', sv: '5', en: '5' });
  });

  it('loses an explanation in place of a name, and takes the short name where there is one', () => {
    const explanation = 'Utbildningen som när-, distansundervisning eller på en arbetsplats';
    expect(word('Oppilaitosmuotoinen koulutus', explanation)).toEqual({
      label: { fi: 'Oppilaitosmuotoinen koulutus' },
      leftOut: [{ lang: 'sv', fault: 'sentence', text: explanation }],
    });
    const given = { fi: ['Oppilaitosmuotoinen koulutus'], sv: [explanation, 'Läroanstaltsutbildning'] };
    expect(checkName(given, 'word')).toEqual({
      label: { fi: 'Oppilaitosmuotoinen koulutus', sv: 'Läroanstaltsutbildning' },
      leftOut: [],
    });
    expect(word('Koodi', 'Denna kod används inte mer.').leftOut[0]?.fault).toBe('sentence');
  });

  it('keeps a long name of a long Finnish compound', () => {
    const swedish = 'Handledare för personer med intellektuell funktionsnedsättning (YE)';
    expect(word('Kehitysvamma-alan ohjaaja (AT)', swedish).leftOut).toEqual([]);
  });

  it('takes blanks for nothing', () => {
    expect(word('Tutkinto', ' ', '')).toEqual({ label: { fi: 'Tutkinto' }, leftOut: [] });
  });
});

describe('the name of an organisation', () => {
  const proper = (name: string) => checkName({ fi: [name], sv: [name], en: [name] }, 'proper').label;

  it('that is written in one language belongs to that language', () => {
    expect(proper('Espoon aikuislukio')).toEqual({ fi: 'Espoon aikuislukio' });
    expect(proper('Tölö gymnasium')).toEqual({ sv: 'Tölö gymnasium' });
    expect(proper('Tekniska läroverket i Helsingfors')).toEqual({ sv: 'Tekniska läroverket i Helsingfors' });
    expect(proper('International School of Turku')).toEqual({ en: 'International School of Turku' });
  });

  it('that is written in none is the same for everyone', () => {
    expect(proper('Omnia')).toEqual({ fi: 'Omnia', sv: 'Omnia', en: 'Omnia' });
    expect(proper('WinNova')).toEqual({ fi: 'WinNova', sv: 'WinNova', en: 'WinNova' });
  });
});

describe('tidying', () => {
  it('leaves single spaces and composed letters', () => {
    expect(tidy('\u00a0Na\u0308ytto\u0308  ja\nosaaminen ')).toBe('Näyttö ja osaaminen');
  });
});
