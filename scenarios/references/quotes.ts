import type { Quote } from '../domain/supplier.ts';
import { type Check, isUnknown } from './check.ts';
import { checkPriceBreaks } from './price-breaks.ts';

type Refuse = (column: keyof Quote, code: string, message: string, expected?: string) => void;

function checkProcess(quote: Quote, processes: readonly string[], refuse: Refuse): void {
  if (quote.process === undefined) {
    if (processes.length === 0)
      refuse('process', 'missing-process', `${quote.item} has no routing, so a quote has to say its process`);
    else if (processes.length > 1 && quote.hoursPerUnit !== undefined)
      refuse(
        'process',
        'missing-process',
        `${quote.item} has several processes, so hoursPerUnit has to say which it replaces`,
        processes.join(' or '),
      );
  } else if (processes.length > 0 && !processes.includes(quote.process))
    refuse('process', 'wrong-process', `${quote.process} is no process of ${quote.item}`, processes.join(' or '));
}

function checkQuote(quote: Quote, currencies: Readonly<Record<string, number>> | undefined, refuse: Refuse): void {
  const { currency, minimumOrder, maximumQuantity } = quote;
  if (currency !== undefined && currency !== 'EUR' && currencies !== undefined && !Object.hasOwn(currencies, currency))
    refuse('currency', 'missing-rate', `no rate for ${currency}`, 'a rate in costs.currencies of scenario.yaml');
  if (minimumOrder !== undefined && maximumQuantity !== undefined && minimumOrder > maximumQuantity)
    refuse('minimumOrder', 'out-of-range', 'minimumOrder is above maximumQuantity', `${maximumQuantity} or less`);
}

/** Checks quotes against the routing and the rates of currencies; rows with a price break against the first of their pair. */
export function checkQuotes(check: Check): void {
  const { draft, known, problem } = check;
  const { quotes, routing } = draft.tables;
  const readable = routing.stated && routing.whole && routing.broken.length === 0;
  const processes = new Map<string, string[]>();
  for (const { item, process } of routing.values) {
    const known = processes.get(item);
    if (known === undefined) processes.set(item, [process]);
    else known.push(process);
  }
  // The operations of an item may be among those of a name that is unknown: of one without any, nothing can be said.
  const astray = [...processes.keys()].some((item) => isUnknown(check, 'item', item));
  quotes.values.forEach((quote, index) => {
    const refuse: Refuse = (column, code, message, expected) => {
      const place = draft.places.row('quotes', quotes.at[index]!, column);
      problem({ ...place, code, message, ...(expected === undefined ? {} : { expected }) });
    };
    const own = processes.get(quote.item) ?? (astray ? undefined : []);
    const isFirst = !(quote.fromQuantity !== undefined && quote.fromQuantity > 0);
    if (isFirst && readable && own !== undefined && known.item.names.has(quote.item)) checkProcess(quote, own, refuse);
    checkQuote(quote, draft.blocks.costs?.currencies, refuse);
  });
  checkPriceBreaks(check);
}
