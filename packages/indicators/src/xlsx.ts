/** XLSX workbooks of published tables: an entry of its own, so that nobody else brings it to a page. */
export { toXlsx, type XlsxOptions } from './formats/xlsx/to-xlsx.js';
