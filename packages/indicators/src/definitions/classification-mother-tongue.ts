import type { Classification } from './classification.js';

/** Codes of the set `kieli` (Opetushallitus/koski 180e806b) but FI, SE and SV. */
const otherLanguages = `
  98 99 AA AB AE AF AK AM AN AR AS AV AY AZ BA BE BG BH BI BM BN BO BR BS CA CE CH CO CR CS CU CV CY DA DE DV DZ EE EL
  EN EO ES ET EU FA FF FJ FO FR FY GA GD GG GL GN GU GV HA HE HI HO HR HT HU HY HZ IA ID IE IG II IK IM IO IS IT IU IW
  JA JE JV KA KE KG KI KJ KK KL KM KN KO KR KS KU KV KW KY LA LB LG LI LN LO LT LU LV MG MH MI MK ML MN MO MR MS MT MY
  NA NB ND NE NG NL NN NO NR NV NY OC OJ OM OR OS PA PI PL PS PT QU RI RM RN RO RU RW SA SC SD SG SH SI SK SL SM SN SO
  SQ SR SS ST SU SW TA TE TG TH TI TK TL TN TO TR TS TT TW TY UG UK UR UZ VE VI VK VO WA WO XH XX YI YO ZA ZH ZU
`;

/**
 * Groups of mother tongues as Vipunen has them: Sámi is with Finnish, and a language that is not known is with the others. Source:
 * CSCfi/antero, procedure `p_lataa_d_kieli` of 23 February 2022, `kieliryhma1` (MIT).
 */
export const motherTongueGroups: Classification = {
  id: 'motherTongueGroup',
  version: 'kieliryhma1 2022-02-23',
  label: { fi: 'Äidinkieliryhmä', sv: 'Modersmålsgrupp', en: 'Mother tongue group' },
  classes: [
    { id: 'fi', label: { fi: 'Suomi (sis. saame)', sv: 'Finska (inkl. samiska)', en: 'Finnish (incl. Sámi)' } },
    { id: 'sv', label: { fi: 'Ruotsi', sv: 'Svenska', en: 'Swedish' } },
    { id: 'other', label: { fi: 'Muut kielet', sv: 'Övriga språk', en: 'Other languages' } },
  ],
  codes: {
    FI: 'fi',
    SE: 'fi',
    SV: 'sv',
    ...Object.fromEntries(
      otherLanguages
        .trim()
        .split(/\s+/)
        .map((code) => [code, 'other']),
    ),
  },
};
