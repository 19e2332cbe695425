const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, between tags and in attributes. */
function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (char) => entities[char] ?? char)
    .replace(/[^\P{Cc}\n\t]/gu, '\ufffd');
}

/** Escapes every value that is put in, but for what `html` itself has made. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const text = parts.reduce((all, part, i) => `${all}${write(values[i - 1] ?? '')}${part}`);
  return { html: text };
}

export type Html = { readonly html: string };
type HtmlValue = string | number | Html | readonly Html[];

function write(value: HtmlValue): string {
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'html' in value ? value.html : value.map((part) => part.html).join('');
}
