/** Texts with gaps: "{n} undated" is filled, in the plural form that the number asks for. */

export type Values = Readonly<Record<string, string>>;

/** Says a number with what is counted; `{n}` is the number itself. */
export type Phrase = (count: number, values?: Values) => string;

/** A value may hold braces of its own: what was put in is not looked at again. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => (Object.prototype.hasOwnProperty.call(values, name) ? values[name]! : gap));
}

/**
 * Phrases in the plural forms `C` of one language: a form left out fails the type check.
 *
 * The formatters are made at the first phrase, so that a language nobody reads costs nothing.
 */
export function counter<C extends Intl.LDMLPluralRule>(tag: string): (forms: Readonly<Record<C | "other", string>>) => Phrase {
  let formatters: { rules: Intl.PluralRules; numbers: Intl.NumberFormat } | null = null;
  return (forms) => (count, values = {}) => {
    formatters ??= { rules: new Intl.PluralRules(tag), numbers: new Intl.NumberFormat(tag) };
    // A newer browser may know a form that this language did not have.
    const form = (forms as Partial<Record<Intl.LDMLPluralRule, string>>)[formatters.rules.select(count)] ?? forms.other;
    return fill(form, { n: formatters.numbers.format(count), ...values });
  };
}
