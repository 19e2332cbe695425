import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';

/** The names of the values in an ICU message, sorted. */
export function valueNames(text: string): string[] {
  return [...new Set(parse(text).flatMap(namesIn))].sort();
}

function namesIn(element: MessageFormatElement): readonly string[] {
  if (isLiteralElement(element) || isPoundElement(element) || isTagElement(element)) return [];
  const inside = isPluralElement(element)
    ? Object.values(element.options).flatMap(({ value }) => value.flatMap(namesIn))
    : [];
  return [element.value, ...inside];
}
