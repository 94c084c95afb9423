import type { MsgFn, StrTag } from '@strapetsi/text';
import type { PageTableFault, Problem } from './problem.js';

/** `str` is handed over too: a chunk that imports nothing takes nothing out of the one that every page loads. */
export interface Speech {
  readonly msg: MsgFn;
  readonly str: StrTag;
}

function pageTableText({ msg, str }: Speech, fault: PageTableFault): string {
  switch (fault.code) {
    case 'caption':
      return msg('The table has no caption. The caption is the title of the chart.', {
        desc: 'Error in a chart element: the <table> that the editor wrote',
      });
    case 'columnHeaders':
      return msg(
        'The first row of the table must be column headers (th) in thead: first a corner, then one for each series.',
        {
          desc: 'Error in a chart element: the <table> that the editor wrote. th and thead are HTML',
        },
      );
    case 'unit':
      return msg('The table does not say its unit. Write data-unit="studentYears", "days", "share" or "students".', {
        desc: 'Error in a chart element: the <table> that the editor wrote. Everything in quotes and data-unit is HTML',
      });
    case 'rowHeader':
      return msg(str`Row ${fault.row} of the table does not begin with a header cell (th).`, {
        desc: 'Error in a chart element: the <table> that the editor wrote; a row number',
      });
    case 'span':
      return msg(str`Row ${fault.row} of the table has merged cells, which cannot be read.`, {
        desc: 'Error in a chart element: the <table> that the editor wrote; a row number',
      });
    case 'cellCount':
      return msg(str`Row ${fault.row} of the table has ${fault.found} figures; the header row has ${fault.expected}.`, {
        desc: 'Error in a chart element: the <table> that the editor wrote; a row number and two counts',
      });
    case 'status':
      return msg(
        str`Row ${fault.row}, column ${fault.column} of the table: data-status="${fault.found}" is not known. Known: withheld, noData, notApplicable, and immature with data-matures="2027-01-31".`,
        { desc: 'Error in a chart element: the <table> that the editor wrote; row, column, the attribute value found' },
      );
    case 'number':
      return msg(
        str`Row ${fault.row}, column ${fault.column} of the table: “${fault.found}” cannot be read as a number.`,
        {
          desc: 'Error in a chart element: the <table> that the editor wrote; row, column, the text found',
        },
      );
    case 'otherUnit':
      return msg(
        str`Row ${fault.row}, column ${fault.column} of the table: the figure is not in the unit of the table.`,
        {
          desc: 'Error in a chart element: the <table> that the editor wrote; row, column. A percentage among counts, or the other way round',
        },
      );
  }
}

/** The problem as a sentence to the reader of the page. */
export function problemText(speech: Speech, problem: Problem): string {
  const { msg, str } = speech;
  switch (problem.code) {
    case 'kind':
      return msg(str`kind="${problem.found}" is not known. Known: ${problem.known.join(', ')}.`, {
        desc: 'Notice under a chart: an HTML attribute has a value that is not known; the value, and those that are',
      });
    case 'headingLevel':
      return msg(str`heading-level="${problem.found}" is not known. Known: 1, 2, 3, 4, 5, 6.`, {
        desc: 'Notice under a chart: an HTML attribute has a value that is not known; the value',
      });
    case 'unorderedLine':
      return msg('Shown as bars: a line would join categories that have no order.', {
        desc: 'Notice under a chart for which the page asked for lines',
      });
    case 'notParts':
      return msg('Shown otherwise: these are not parts of one whole and cannot be stacked.', {
        desc: 'Notice under a chart for which the page asked for stacked bars',
      });
    case 'tooManyParts':
      return msg('Shown otherwise: so many parts cannot be told apart.', {
        desc: 'Notice under a chart for which the page asked for stacked bars',
      });
    case 'tooManyLines':
      return msg('Shown as bars: so many lines cannot be told apart.', {
        desc: 'Notice under a chart for which the page asked for lines',
      });
    case 'noSource':
      return msg('The chart has no data: there is no src attribute and no table.', {
        desc: 'Error in a chart element. src is an HTML attribute',
      });
    case 'otherOrigin':
      return msg(str`The data was not fetched, because it is not on this web server: ${problem.url}`, {
        desc: 'Error in a chart element; an address',
      });
    case 'httpStatus':
      return msg(str`The data could not be fetched (error ${problem.status}): ${problem.url}`, {
        desc: 'Error in a chart element; an HTTP status such as 404, and an address',
      });
    case 'unreachable':
      return msg(str`The data could not be fetched: ${problem.url}`, { desc: 'Error in a chart element; an address' });
    case 'notJson':
      return msg(str`The data is not a JSON file: ${problem.url}`, { desc: 'Error in a chart element; an address' });
    case 'notPublished': {
      const place = problem.problem.path === '' ? '–' : problem.problem.path;
      if (problem.url === undefined) {
        return msg(str`The data is not a published indicator table. Fault at: ${place}`, {
          desc: 'Error in a chart element; a place inside a JSON file such as cells[3].status',
        });
      }
      return msg(str`The file ${problem.url} is not a published indicator table. Fault at: ${place}`, {
        desc: 'Error in a chart element; an address, and a place inside a JSON file such as cells[3].status',
      });
    }
    case 'noIndicator':
      return msg(str`The data has no indicator “${problem.found}”. It has: ${problem.known.join(', ')}.`, {
        desc: 'Error in a chart element; names of indicators as they are in the attribute',
      });
    case 'noDimension':
      return msg(
        str`The indicator cannot be shown by “${problem.found}”. It can be shown by: ${problem.known.join(', ')}.`,
        {
          desc: 'Error in a chart element; names of dimensions as they are in the attribute',
        },
      );
    case 'pageTable':
      return pageTableText(speech, problem.fault);
    case 'notDrawn':
      return msg('This data cannot be shown as a chart.', { desc: 'Error in a chart element' });
  }
}
