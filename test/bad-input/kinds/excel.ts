import { rewrite, swap, together } from '../kind.ts';

const semicolons = (text: string): string => text.replaceAll(',', ';');

/** What Excel does to tables when nobody looks. */
export const excelKinds = [
  swap('demand.csv', 'a quarter written Q1-2027', '2027-Q1', 'Q1-2027'),
  swap('demand.csv', 'a quarter written 2027Q1', '2027-Q1', '2027Q1'),
  swap('demand.csv', 'a quarter written in Dutch', '2027-Q1', '2027-K1'),
  swap('demand.csv', 'a quarter turned into a month', '2027-Q1', '3-2027'),
  swap('demand.csv', 'a quarter turned into days since 1900', '2027-Q1', '46388'),
  together(
    'demand.csv: months turned into mrt-27',
    swap(
      'scenario.yaml',
      '',
      'start: 2026-Q1, period: quarter, periods: 8',
      'start: 2026-01, period: month, periods: 24',
    ),
    swap('scenario.yaml', '', 'reach: 2027-Q4', 'reach: 2027-12'),
    swap('scenario.yaml', '', 'from: 2026-Q3, to: 2027-Q2', 'from: 2026-07, to: 2027-06'),
    rewrite('capacity.csv', '', (text) => text.replace('2026-Q1', '2026-01').replace('2027-Q1', '2027-01')),
    rewrite('demand.csv', '', (text) => text.replace('2026-Q4', 'Mar-27').replace('2027-Q1', '4-2027')),
  ),
  swap('certificates.csv', 'a date as Excel shows it', '2028-06-30', '30-6-2028'),
  swap('certificates.csv', 'a date that can be two days', '2028-06-30', '3-6-2028'),
  swap('certificates.csv', 'a date turned into days since 1900', '2028-06-30', '46934'),
  swap('bom.csv', 'names that lost their zeros', 'BOOM,00123', 'BOOM,123'),
  rewrite('bom.csv', 'names that lost their zeros throughout', (text) => text.replaceAll('00123', '123')),
  rewrite('items.csv', 'a name turned into a number', (text) => text.replace('00123', '1.23E+05')),
  swap('quotes.csv', 'a name turned into a number with a comma', 'S1,BOOM', 'S1,"1,23E+11"'),
  swap('items.csv', 'a name with curly quotation marks', 'BOOM,Boom', '“BOOM”,Boom'),
  swap('items.csv', 'curly quotation marks around a comma', '"Crane, mobile"', '“Crane, mobile”'),
  swap('items.csv', 'an apostrophe in front of a name', '00123,Bolt', "'00123,Bolt"),
  swap('items.csv', 'a formula that found nothing', '00123,Bolt set,buy,0,20', '00123,Bolt set,buy,0,#N/A'),
  swap('items.csv', 'a formula that found nothing, in Dutch', '00123,Bolt set,buy,0,20', '00123,Bolt set,buy,0,#N/B'),
  swap('routing.csv', 'a formula that lost its cell', 'BOOM,milling', '#REF!,milling'),
  swap('routing.csv', 'a column too narrow for its numbers', 'milling,3', 'milling,########'),
  rewrite('capacity.csv', 'semicolons, and a point for thousands', (text) => semicolons(text).replace('2000', '2.000')),
  rewrite('capacity.csv', 'semicolons, and decimal commas', (text) => semicolons(text).replace('2000', '2000,5')),
  rewrite('capacity.csv', 'semicolons, with points and commas', (text) => semicolons(text).replace('2000', '2.000,5')),
  swap('routing.csv', 'a decimal comma that is not quoted', 'milling,3,,', 'milling,9,5,,'),
  swap('routing.csv', 'two decimal commas that are not quoted', '12,4,2', '12,5,4,25,2'),
  swap('bom.csv', 'a decimal comma that is not quoted', 'BOOM,2,0.05,,', 'BOOM,2,0,05,,'),
  together(
    'routing.csv: a decimal comma that is not quoted, under `locale: comma`',
    swap('scenario.yaml', '', 'name: tiny', 'name: tiny\nlocale: comma'),
    rewrite('suppliers.csv', '', (text) => text.replace(/(\d)\.(\d)/g, '"$1,$2"').replace(/(\d)"(\d)/g, '"$1$2')),
    rewrite('bom.csv', '', (text) => text.replace('0.05', '"0,05"')),
    swap('routing.csv', '', 'milling,3,,', 'milling,9,5,,'),
  ),
  swap('capacity.csv', 'a comma for thousands', 'S1,welding,2000', 'S1,welding,"2,000"'),
  swap('capacity.csv', 'a space for thousands', 'S1,welding,2000', 'S1,welding,2\u00A0000'),
  together(
    'capacity.csv: a point for thousands under decimal commas',
    swap('scenario.yaml', '', 'name: tiny', 'name: tiny\nlocale: comma'),
    rewrite('suppliers.csv', '', (text) =>
      text
        .replace(/(\d)\.(\d)/g, '$1$2')
        .replaceAll('51', '5')
        .replaceAll('523', '52')
        .replaceAll('509', '50'),
    ),
    rewrite('bom.csv', '', (text) => text.replace('0.05', '"0,05"')),
    rewrite('capacity.csv', '', (text) => text.replace('2000', '2.000')),
  ),
];
