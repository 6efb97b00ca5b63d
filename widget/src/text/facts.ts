/** Facts in people's words, by the labels that the corpus gives them. */

import type { Corrections, Fact } from '../api/types';

export interface Named {
  name: string;
  label: string;
  value: string;
  valueLabel: string;
}

/** The facts of `patient` in the order of the corpus; names that it does not know come last, as they are. */
export function named(patient: Corrections, facts: readonly Fact[]): Named[] {
  const order = new Map(facts.map((fact, i) => [fact.name, i]));
  return Object.entries(patient)
    .sort(([a], [b]) => (order.get(a) ?? facts.length) - (order.get(b) ?? facts.length))
    .map(([name, value]) => {
      const fact = facts[order.get(name) ?? -1];
      const label = fact?.label ?? name;
      const valueLabel = fact?.values.find((choice) => choice.value === value)?.label ?? value ?? '';
      return { name, label, value: value ?? '', valueLabel };
    });
}

/** The values' own words, which stand alone ("second line"); a forgotten fact reads "label: unknown". */
export function describe(patient: Corrections, facts: readonly Fact[], unknown = '?'): string {
  return named(patient, facts).map(({ label, valueLabel }) => valueLabel || `${label}: ${unknown}`).join(', ');
}
