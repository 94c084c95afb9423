import type { FindingKind } from '../../findings/reporter.js';

/** What can be wrong with the ways in which a plan has competence acquired, those at work above all. */
export const periodFindings = {
  'way-unknown': {
    severity: 'warning',
    expected: 'osaamisenhankkimistapa_{oppisopimus,koulutussopimus,oppilaitosmuotoinenkoulutus,muu}',
    message: (found) => ({
      fi: `Osaamisen hankkimistapa on tuntematon (${found.fi}); sitä ei lasketa työpaikalla oppimiseksi.`,
      sv: `Sättet att förvärva kunnande är okänt (${found.sv}); det räknas inte som lärande på arbetsplatsen.`,
      en: `The way of acquiring competence is unknown (${found.en}); it is not counted as learning at work.`,
    }),
  },
  'period-without-start': {
    severity: 'error',
    expected: 'alku: YYYY-MM-DD',
    message: () => ({
      fi: 'Osaamisen hankkimistavalta puuttuu alkupäivä; sitä ei lasketa.',
      sv: 'Sättet att förvärva kunnande saknar startdatum; det räknas inte.',
      en: 'The way of acquiring competence has no first day; it is not counted.',
    }),
  },
  'period-without-end': {
    severity: 'warning',
    expected: 'loppu: YYYY-MM-DD',
    message: () => ({
      fi: 'Osaamisen hankkimistavalta puuttuu loppupäivä. Se on luettu jatkuvana.',
      sv: 'Sättet att förvärva kunnande saknar slutdatum. Det har lästs som pågående.',
      en: 'The way of acquiring competence has no last day. It has been read as going on.',
    }),
  },
  'period-too-long': {
    severity: 'warning',
    expected: '≤ 5 y',
    message: (found) => ({
      fi: `Osaamisen hankkimistapa kestää yli viisi vuotta (${found.fi}). Se on luettu; tarkista päivät.`,
      sv: `Sättet att förvärva kunnande varar över fem år (${found.sv}). Det har lästs; kontrollera datumen.`,
      en: `The way of acquiring competence lasts more than five years (${found.en}). It has been read; check the days.`,
    }),
  },
  'part-time-missing': {
    severity: 'error',
    expected: 'osa-aikaisuustieto: 1–100 (loppu > 2023-06-30)',
    message: () => ({
      fi: 'Työpaikkajaksolta puuttuu osa-aikaisuustieto, joka on pakollinen 30.6.2023 jälkeen päättyvillä jaksoilla. Jakson pituudeksi lasketaan nolla päivää, kuten eHOKS-palvelussa.',
      sv: 'Perioden på arbetsplatsen saknar uppgift om deltid, som är obligatorisk för perioder som slutar efter 30.6.2023. Periodens längd räknas som noll dagar, som i ePUK.',
      en: 'The workplace period has no part-time figure, which periods ending after 30 June 2023 must have. It is counted as no days, as in the eHOKS service.',
    }),
  },
  'part-time-invalid': {
    severity: 'error',
    expected: '1–100',
    message: (found) => ({
      fi: `Osa-aikaisuustieto ei ole kokonaisluku väliltä 1–100 (${found.fi}). Jos jakso päättyy 30.6.2023 jälkeen, sen pituudeksi lasketaan nolla päivää; muuten se on luettu kokoaikaisena.`,
      sv: `Uppgiften om deltid är inte ett heltal mellan 1 och 100 (${found.sv}). Om perioden slutar efter 30.6.2023 räknas dess längd som noll dagar; annars har den lästs som heltid.`,
      en: `The part-time figure is not a whole number from 1 to 100 (${found.en}). A period that ends after 30 June 2023 is counted as no days; another has been read as full time.`,
    }),
  },
  'workplace-missing': {
    severity: 'note',
    expected: 'tyopaikalla-jarjestettava-koulutus: {…}',
    message: () => ({
      fi: 'Työpaikkajaksolta puuttuvat työpaikan tiedot, joten työnantajaa ei tiedetä.',
      sv: 'Perioden på arbetsplatsen saknar uppgifter om arbetsplatsen, så arbetsgivaren är inte känd.',
      en: 'The workplace period says nothing of its workplace, so the employer is not known.',
    }),
  },
  'business-id-missing': {
    severity: 'warning',
    expected: 'tyopaikan-y-tunnus: NNNNNNN-N (loppu > 2021-08-25)',
    message: () => ({
      fi: 'Työpaikkajaksolta puuttuu työpaikan Y-tunnus, joka on pakollinen 25.8.2021 jälkeen päättyvillä jaksoilla. Työnantajaa ei tiedetä.',
      sv: 'Perioden på arbetsplatsen saknar arbetsplatsens FO-nummer, som är obligatoriskt för perioder som slutar efter 25.8.2021. Arbetsgivaren är inte känd.',
      en: 'The workplace period has no business id, which periods ending after 25 August 2021 must have. The employer is not known.',
    }),
  },
  'apprenticeship-basis-missing': {
    severity: 'note',
    expected: 'oppisopimuksen-perusta-koodi-uri: oppisopimuksenperusta_… (loppu ≥ 2021-07-01)',
    message: () => ({
      fi: 'Oppisopimukselta puuttuu oppisopimuksen perusta, joka on pakollinen 1.7.2021 alkaen päättyvillä jaksoilla. Lukuihin se ei vaikuta.',
      sv: 'Läroavtalet saknar uppgift om avtalets grund, som är obligatorisk för perioder som slutar 1.7.2021 eller senare. Det påverkar inte siffrorna.',
      en: 'The apprenticeship does not say what it is based on, which those ending on or after 1 July 2021 must. No figure depends on it.',
    }),
  },
  'period-identifier-missing': {
    severity: 'note',
    expected: 'yksiloiva-tunniste',
    message: () => ({
      fi: 'Työpaikkajaksolta puuttuu yksilöivä tunniste, joten kahteen kertaan kirjattua jaksoa ei huomata.',
      sv: 'Perioden på arbetsplatsen saknar en egen identifierare, så en period som har antecknats två gånger märks inte.',
      en: 'The workplace period has no identifier of its own, so a period that was entered twice would not be noticed.',
    }),
  },
  'period-met-again': {
    severity: 'warning',
    expected: '1 × yksiloiva-tunniste',
    message: () => ({
      fi: 'Samassa HOKSissa on kaksi työpaikkajaksoa, joilla on sama yksilöivä tunniste. Ensimmäinen on luettu, tämä ohitettu.',
      sv: 'Samma plan har två perioder på arbetsplatsen med samma identifierare. Den första har lästs, den här har hoppats över.',
      en: 'Two workplace periods of the plan have the same identifier. The first has been read, this one skipped.',
    }),
  },
  'interruptions-overlap': {
    severity: 'warning',
    expected: 'jakso[n].loppu < jakso[n + 1].alku',
    message: (found) => ({
      fi: `Työpaikkajakson keskeytymisajanjaksot menevät päällekkäin (${found.fi}). Jokainen päivä on vähennetty kerran.`,
      sv: `Avbrottsperioderna överlappar varandra (${found.sv}). Varje dag har dragits av en gång.`,
      en: `Interruptions of the workplace period overlap (${found.en}). Each day has been taken off once.`,
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;
