/**
 * The columns that are used, each with the names it has had: in Finnish and in Swedish (Opetushallitus/koski 180e806b,
 * raportti-excel-texts), in older reports, and last in the CSV of the data transfer service (massaluovutus), whose names are
 * those of the fields in snake case. What stands after ", esim:" in a heading is cut off before names are compared.
 */
export const sharedColumns = {
  rightOid: ['Opiskeluoikeuden oid', 'Studierättens oid', 'opiskeluoikeus_oid'],
  sourceSystem: ['Lähdejärjestelmä', 'Källsystem', 'lahdejarjestelma'],
  sourceId: [
    'Opiskeluoikeuden tunniste lähdejärjestelmässä',
    'Studierättens identifieringskod i källsystemet',
    'lahdejarjestelman_id',
  ],
  nestedIn: ['Sisältyy opiskeluoikeuteen', 'Ingår i studierätten', 'sisaltyy_opiskeluoikeuteen_oid'],
  purchased: ['Ostettu', 'Köpt', 'ostettu'],
  updated: ['Päivitetty', 'Uppdaterad', 'aikaleima'],
  learnerOid: ['Oppijan oid', 'Studerandes oid', 'oppija_oid'],
  identityCode: ['Hetu', 'Personbeteckning', 'hetu'],
  start: ['Opiskeluoikeuden alkamispäivä', 'Studierättens inledningsdag', 'opiskeluoikeuden_alkamispaiva'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const studentYearColumns = {
  daysUntil2025: [
    'Opiskelijavuosikertymä (pv) - vanha laskentakaava (ennen v. 2026)',
    'Ackumulerade studerandeår (dagar) - gammal beräkningsformel (före 2026)',
    'Opiskelijavuosikertymä (pv)',
    'opiskelijavuosikertyma',
  ],
  daysFrom2026: [
    'Opiskelijavuosikertymä (pv) - nykyinen laskentakaava (1.7.2023 alkaen)',
    'Ackumulerade studerandeår (dagar) - nuvarande beräkningsformel (fr.o.m 1.7.2023)',
    'opiskelijavuosikertyma2026',
  ],
  presentOrGraduated: [
    'Läsnä tai valmistunut (pv)',
    'Närvarande eller utexaminerad (dagar)',
    'lasna_tai_valmistunut_paivat',
  ],
  holidayCounted: [
    'Opiskelijavuoteen kuuluvat lomat (pv)',
    'Semestrar som hör till studerandeåret (dagar)',
    'opiskelijavuoteen_kuuluvat_loma_paivat',
  ],
  holidayOther: ['Muut lomat (pv)', 'Andra semester (dagar)', 'muut_loma_paivat'],
  averagePercent: ['Osa-aikaisuus keskimäärin (%)', 'Genomsnittliga deltiden (%)', 'osa_aikaisuus_keskimaarin'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const creditColumns = {
  otherProvider: [
    'Toisen koulutuksen järjestäjän opiskeluoikeus',
    'Den andra utbildningsanordnares studierätt',
    'linkitetyn_opiskeluoikeuden_oppilaitos',
  ],
  total: [
    'Suoritettujen opintojen yhteislaajuus',
    'Total omfattning av avlagda studier',
    'suoritettujen_opintojen_yhteislaajuus',
  ],
  vocational: [
    'Suoritettujen ammatillisten tutkinnon osien yhteislaajuus',
    'Total omfattning av avlagda yrkesinriktade examensdelar',
    'KOSKI-palveluun siirrettyjen ammatillisten tutkinnon osien (valmis- tai kesken-tilaiset) yhteislaajuus',
    'Total omfattning av yrkesinriktade examensdelar (sluförda eller icke slutförda) som överförts till KOSKI-tjänsten',
    'suoritetut_ammatilliset_tutkinnon_osat_yhteislaajuus',
  ],
  common: [
    'Suoritettujen yhteisten tutkinnon osien yhteislaajuus',
    'Total omfattning av avlagda gemensamma examensdelar',
    'KOSKI-palveluun siirrettyjen yhteisten tutkinnon osien (valmis- tai kesken-tilaiset) yhteislaajuus',
    'Total omfattning av gemensamma examensdelar (slutförda eller icke slutförda) som överförts till KOSKI-tjänsten',
    'suoritettujen_yhteisten_tutkinnon_osien_yhteislaajuus',
  ],
  commonAreas: [
    'Suoritettujen yhteisten tutkinnon osien osa-alueiden yhteislaajuus',
    'Total omfattning av avlagda delområden av gemensamma examensdelar',
    'suoritettujen_yhteisten_tutkinnon_osien_osaalueiden_yhteislaajuus',
  ],
  weightedMean: ['Painotettu keskiarvo', 'Betonat medeltal', 'painotettu_keskiarvo'],
  mandatoryVocationalCount: [
    'Pakollisten ammatillisten tutkinnon osien lukumäärä',
    'Antal obligatoriska yrkesinriktade examensdelar',
    'pakolliset_ammatilliset_tutkinnon_osat_lkm',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const reportColumns = { ...sharedColumns, ...studentYearColumns, ...creditColumns };
export type ReportColumn = keyof typeof reportColumns;

/** A heading without the example that KOSKI writes after it: "…, esim: 35,0 (joista 15,0 korotuksia)", "…, t.ex. 35,0 (varav …)". */
export function withoutExample(name: string): string {
  return name.replace(/,\s*(esim:|t\.\s?ex\.).*$/su, '').trim();
}
