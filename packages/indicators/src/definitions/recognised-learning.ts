import {
  areaRows,
  boughtFromOthers,
  earliestAssessment,
  partDimensions,
  performances,
  raised,
  unitRows,
  unitType,
} from './assessed-parts.js';
import type { Definition, DimensionRule, Expr, Measure, Source, Step } from './definition.js';

/**
 * Recognition of prior learning (osaamisen tunnustaminen): what share of all that was assessed had been learnt before, and how much of
 * it the funding covers. How many units and points that makes is in `assessed-units` and `competence-points`, by `recognition`.
 */

type Text = Source['title'];

const isRecognised: Expr = { less: [0, { column: 'credit.recognised' }] };
const isFunded: Expr = { equal: [{ column: 'credit.recognised' }, 2] };
const points: Expr = { column: 'credit.points' };

function where(condition: Expr, amount: Expr): Expr {
  return { when: [[condition, amount]], otherwise: 0 };
}

const principles: Source = {
  title: {
    fi: 'Osaamisen tunnistamisen ja tunnustamisen mitoituksen periaatteet ja arvosanojen muuntaminen ammatillisessa koulutuksessa (Opetushallituksen määräys)',
    sv: 'Utbildningsstyrelsens föreskrift om identifiering och erkännande av kunnande och omvandling av vitsord inom yrkesutbildningen',
    en: 'Regulation of the Finnish National Agency for Education on recognising prior learning and converting grades in vocational education',
  },
  reference: 'OPH-501-2018; laki ammatillisesta koulutuksesta 531/2017, 44 § (HE 112/2024 vp, 2.1)',
};

const partialReport: Source = {
  title: performances.title,
  reference:
    'Opetushallitus/koski 180e806b, AmmatillinenOsittainenRaportti.scala (tunnustetut, rahoituksen piirissä) and Ammatillinen.scala (tunnustettu.rahoituksenPiirissä)',
};

const meaningOfFunded: Text = {
  fi: 'Tunnustettu osa on rahoituksen piirissä, kun KOSKI-tiedoissa on niin merkitty: esimerkiksi kaksoistutkinnon lukio-opinnot tai toiselta oppilaitokselta ostettu tutkinnon osa.',
  sv: 'En erkänd del omfattas av finansieringen när det är angivet så i KOSKI: till exempel gymnasiestudier i en dubbelexamen eller en examensdel som köpts av en annan läroanstalt.',
  en: 'A recognised part is funded where KOSKI says so: for example general upper secondary studies of a double qualification, or a unit bought from another school.',
};

const withoutAreas: Text = {
  fi: 'Yhteinen tutkinnon osa on tunnustettu, kun se on tunnustettu kokonaan. Sen yksittäiset tunnustetut osa-alueet ovat omassa luvussaan.',
  sv: 'En gemensam examensdel är erkänd när den har erkänts som helhet. Enskilda erkända delområden finns i ett eget tal.',
  en: 'A common unit is recognised where it was recognised as a whole. Single recognised areas of it are in a figure of their own.',
};

const assessedOnly: Text = {
  fi: 'Tunnustettu osa, jolla ei ole arviointipäivää, ei ole mukana.',
  sv: 'En erkänd del utan bedömningsdag ingår inte.',
  en: 'A recognised part without a day of assessment is not included.',
};

interface Share extends Pick<Definition, 'id' | 'name' | 'meaning'> {
  readonly steps: readonly Step[];
  readonly measure: Extract<Measure, { kind: 'share' }>;
  readonly cuts: readonly DimensionRule[];
  readonly label: Text;
  readonly numerator: Text;
  readonly denominator: Text;
  readonly limits: readonly Text[];
}

/** The protected number of a cell is its persons, not its parts: one person has many. */
function shareOf({ steps, measure, cuts, label, numerator, denominator, limits, ...texts }: Share): Definition {
  return {
    ...texts,
    version: '1.0.0',
    direction: 'neither',
    rules: [
      {
        id: 'assessment',
        label: { fi: 'Arviointipäivän mukaan', sv: 'Enligt bedömningsdagen', en: 'By the day of assessment' },
        inForce: {},
        steps,
        measure,
        sources: [principles, partialReport],
      },
    ],
    dimensions: [...partDimensions, ...cuts, raised],
    figures: [{ id: 'share', label, unit: 'share', kind: 'quotient', per: 1, decimals: 1, numerator, denominator }],
    limits: [...limits, assessedOnly, boughtFromOthers],
    unverified: [earliestAssessment],
  };
}

export const recognisedUnits: Definition = shareOf({
  id: 'recognised-units',
  name: { fi: 'Tunnustetut tutkinnon osat', sv: 'Erkända examensdelar', en: 'Recognised units' },
  meaning: {
    fi: 'Kuinka suuri osa arvioiduista tutkinnon osista on tunnustettu aiemmin hankitun osaamisen perusteella.',
    sv: 'Hur stor andel av de bedömda examensdelarna som har erkänts utifrån tidigare förvärvat kunnande.',
    en: 'What share of the assessed units was recognised from prior learning.',
  },
  steps: unitRows,
  measure: { kind: 'share', whole: 1, part: isRecognised },
  cuts: [unitType],
  label: {
    fi: 'Tunnustettujen tutkinnon osien osuus',
    sv: 'Andel erkända examensdelar',
    en: 'Share of recognised units',
  },
  numerator: { fi: 'tunnustetut tutkinnon osat', sv: 'erkända examensdelar', en: 'recognised units' },
  denominator: {
    fi: 'arvioidut tutkinnon osat, tunnustetut mukaan lukien',
    sv: 'bedömda examensdelar, även de erkända',
    en: 'assessed units, the recognised ones among them',
  },
  limits: [withoutAreas],
});

export const recognisedAreas: Definition = shareOf({
  id: 'recognised-areas',
  name: {
    fi: 'Tunnustetut yhteisten tutkinnon osien osa-alueet',
    sv: 'Erkända delområden inom gemensamma examensdelar',
    en: 'Recognised areas of common units',
  },
  meaning: {
    fi: 'Kuinka suuri osa yhteisten tutkinnon osien arvioiduista osa-alueista on tunnustettu osa-alue kerrallaan.',
    sv: 'Hur stor andel av de bedömda delområdena inom de gemensamma examensdelarna som har erkänts var för sig.',
    en: 'What share of the assessed areas of common units has been recognised area by area.',
  },
  steps: areaRows,
  measure: { kind: 'share', whole: 1, part: isRecognised },
  cuts: [],
  label: {
    fi: 'Tunnustettujen osa-alueiden osuus',
    sv: 'Andel erkända delområden',
    en: 'Share of recognised areas',
  },
  numerator: {
    fi: 'tunnustetut yhteisten tutkinnon osien osa-alueet',
    sv: 'erkända delområden inom gemensamma examensdelar',
    en: 'recognised areas of common units',
  },
  denominator: {
    fi: 'arvioidut yhteisten tutkinnon osien osa-alueet',
    sv: 'bedömda delområden inom gemensamma examensdelar',
    en: 'assessed areas of common units',
  },
  limits: [
    {
      fi: 'Osa-alue on tunnustettu, kun se on itse merkitty tunnustetuksi: kokonaan tunnustetun tutkinnon osan osa-alueet eivät ole sitä.',
      sv: 'Ett delområde är erkänt när det självt har angetts som erkänt: delområdena i en examensdel som erkänts som helhet är det inte.',
      en: 'An area is recognised where it is itself marked as recognised: the areas of a unit that was recognised as a whole are not.',
    },
  ],
});

export const recognisedPoints: Definition = shareOf({
  id: 'recognised-points',
  name: {
    fi: 'Osaamisen tunnustamisen osuus osaamispisteistä',
    sv: 'Erkänt kunnande som andel av kompetenspoängen',
    en: 'Recognised prior learning in competence points',
  },
  meaning: {
    fi: 'Kuinka suuri osa arvioitujen tutkinnon osien osaamispisteistä on kertynyt aiemmin hankitun osaamisen tunnustamisesta.',
    sv: 'Hur stor andel av de bedömda examensdelarnas kompetenspoäng som kommer från erkänt tidigare förvärvat kunnande.',
    en: 'What share of the competence points of assessed units comes from recognised prior learning.',
  },
  steps: unitRows,
  measure: { kind: 'share', whole: points, part: where(isRecognised, points) },
  cuts: [unitType],
  label: {
    fi: 'Tunnustettujen osaamispisteiden osuus',
    sv: 'Andel erkända kompetenspoäng',
    en: 'Share of recognised competence points',
  },
  numerator: {
    fi: 'tunnustettujen tutkinnon osien osaamispisteet',
    sv: 'de erkända examensdelarnas kompetenspoäng',
    en: 'competence points of recognised units',
  },
  denominator: {
    fi: 'arvioitujen tutkinnon osien osaamispisteet, tunnustetut mukaan lukien',
    sv: 'de bedömda examensdelarnas kompetenspoäng, även de erkända',
    en: 'competence points of assessed units, the recognised ones among them',
  },
  limits: [withoutAreas],
});

export const fundedRecognisedPoints: Definition = shareOf({
  id: 'funded-recognised-points',
  name: {
    fi: 'Rahoituksen piirissä oleva tunnustettu osaaminen',
    sv: 'Erkänt kunnande som omfattas av finansieringen',
    en: 'Recognised prior learning that is funded',
  },
  meaning: {
    fi: 'Kuinka suuri osa tunnustettujen tutkinnon osien osaamispisteistä on rahoituksen piirissä.',
    sv: 'Hur stor andel av de erkända examensdelarnas kompetenspoäng som omfattas av finansieringen.',
    en: 'What share of the competence points of recognised units is funded.',
  },
  steps: unitRows,
  measure: { kind: 'share', whole: where(isRecognised, points), part: where(isFunded, points) },
  cuts: [unitType],
  label: {
    fi: 'Rahoituksen piirissä olevien osuus',
    sv: 'Andel som omfattas av finansieringen',
    en: 'Share that is funded',
  },
  numerator: {
    fi: 'rahoituksen piirissä olevien tunnustettujen tutkinnon osien osaamispisteet',
    sv: 'kompetenspoängen för erkända examensdelar som omfattas av finansieringen',
    en: 'competence points of recognised units that are funded',
  },
  denominator: {
    fi: 'tunnustettujen tutkinnon osien osaamispisteet',
    sv: 'de erkända examensdelarnas kompetenspoäng',
    en: 'competence points of recognised units',
  },
  limits: [meaningOfFunded, withoutAreas],
});
