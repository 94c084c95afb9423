// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import type { Templates } from '@strapetsi/text';

export const templates: Templates = {
  sebrh0c: 'Rad {0}, kolumn {1} i tabellen: värdet är inte i tabellens enhet.',
  sdazssi: 'Tabellen anger inte sin enhet. Skriv data-unit="studentYears", "days", "share" eller "students".',
  slvq47t: 'Uppgifterna innehåller inte indikatorn ”{0}”. De innehåller: {1}.',
  soz1ahn: 'Visas som staplar: så många linjer går inte att skilja åt.',
  s1nlklql: 'Uppgifterna hämtades inte eftersom de inte finns på den här webbservern: {0}',
  slbfzpf: 'heading-level="{0}" är okänt. Kända värden är 1, 2, 3, 4, 5 och 6.',
  sobf3tn: 'Rad {0}, kolumn {1} i tabellen: data-status="{2}" är okänt. Kända värden är withheld, noData och notApplicable samt immature tillsammans med data-matures="2027-01-31".',
  s58cezt: 'Rad {0} i tabellen har sammanslagna celler som inte kan läsas.',
  se6vbkp: 'Tabellen saknar rubrik (caption). Den blir diagrammets rubrik.',
  s137n2vw: 'Uppgifterna kunde inte hämtas (fel {0}): {1}',
  s1nsbufi: 'Uppgifterna är inte en JSON-fil: {0}',
  s1sff1j0: 'Uppgifterna kunde inte hämtas: {0}',
  s2juxkt: 'Rad {0}, kolumn {1} i tabellen: ”{2}” kan inte läsas som ett tal.',
  s1w63a28: 'Diagrammet har inga uppgifter: både attributet src och tabellen saknas.',
  sp2mjqu: 'Uppgifterna är inte en publicerad indikatortabell. Felet finns här: {0}',
  s1jva08u: 'Visas som staplar: en linje skulle förena klasser som inte har någon ordning.',
  s1oj0ka6: 'Antalet värden på rad {0} i tabellen är {1}, men antalet rubriker på rubrikraden är {2}.',
  s4wcsvb: 'Filen {0} är inte en publicerad indikatortabell. Felet finns här: {1}',
  s1lekpd1: 'Indikatorn kan inte delas upp så här: ”{0}”. Möjliga uppdelningar: {1}.',
  sc1al5e: 'kind="{0}" är okänt. Kända värden är {1}.',
  s160lx7q: 'Tabellens första rad ska bestå av kolumnrubriker (th) i thead: först en hörncell, sedan en rubrik för varje serie.',
  smtocoh: 'De här uppgifterna kan inte visas som ett diagram.',
  s1fzg1b1: 'Rad {0} i tabellen börjar inte med en rubrikcell (th).',
};
