// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import { str, type Templates } from '@strapetsi/text';

export const templates: Templates = {
  s0999cc361e50c289: 'Siffrorna laddas…',
  s0aac1d078fe5a059: str`Rad ${0}, kolumn ${1} i tabellen: värdet är inte i tabellens enhet.`,
  s0c3b08d9d7a220e2: 'Tabellen anger inte sin enhet. Skriv data-unit="studentYears", "days", "share" eller "students".',
  s12ba9e7ea54c94f2: str`Uppgifterna innehåller inte indikatorn ”${0}”. De innehåller: ${1}.`,
  s26cec92fd87c4f25: str`Uppgifterna hämtades inte eftersom de inte finns på den här webbservern: ${0}`,
  s348c85ced59ce33b: str`heading-level="${0}" är okänt. Kända värden är 1, 2, 3, 4, 5 och 6.`,
  s423c79f934671cbe: str`Rad ${0}, kolumn ${1} i tabellen: data-status="${2}" är okänt. Kända värden är withheld, noData och notApplicable samt immature tillsammans med data-matures="2027-01-31".`,
  s42db19ec23c89111: str`Rad ${0} i tabellen har sammanslagna celler som inte kan läsas.`,
  s464ee1d85a78abd9: 'Tabellen saknar rubrik (caption). Den blir diagrammets rubrik.',
  s5e486bc0c9616609: str`Uppgifterna kunde inte hämtas (fel ${0}): ${1}`,
  s821cabe48911740e: str`Uppgifterna är inte en JSON-fil: ${0}`,
  s96e834f6ebb56cfc: str`Uppgifterna kunde inte hämtas: ${0}`,
  s9814d07175df2f3e: str`Rad ${0}, kolumn ${1} i tabellen: ”${2}” kan inte läsas som ett tal.`,
  s99e7d1346dae0690: 'Diagrammet har inga uppgifter: både attributet src och tabellen saknas.',
  sc26129819867cfa6: str`Uppgifterna är inte en publicerad indikatortabell. Felet finns här: ${0}`,
  sd3283b15b51ca04b: str`Antalet värden på rad ${0} i tabellen är ${1}, men antalet rubriker på rubrikraden är ${2}.`,
  se5fdd2b9eaf56d9a: str`Filen ${0} är inte en publicerad indikatortabell. Felet finns här: ${1}`,
  se92950de30384cdd: 'Det finns inga siffror att visa.',
  seb28dab67829bc3f: 'Visa som tabell',
  seb5923ed07c6a5e6: str`Indikatorn kan inte delas upp så här: ”${0}”. Möjliga uppdelningar: ${1}.`,
  sec50005462234fb2: str`kind="${0}" är okänt. Kända värden är bar och line.`,
  sf15dba10eeb3d886: 'Tabellens första rad ska bestå av kolumnrubriker (th) i thead: först en hörncell, sedan en rubrik för varje serie.',
  sf2cd73828c71bc51: 'De här uppgifterna kan inte visas som ett diagram.',
  sfff80aa36ea0a305: str`Rad ${0} i tabellen börjar inte med en rubrikcell (th).`,
};
