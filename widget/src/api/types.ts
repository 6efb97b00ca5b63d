/** What the API sends and takes, as in INTERFACES.md. Unknown further fields are ignored. */

export type Patient = Readonly<Record<string, string>>;
/** Facts that a person set by hand; `null` asks the server to forget the fact. */
export type Corrections = Readonly<Record<string, string | null>>;

export interface Evidence {
  level: string | null;
  grade: string | null;
}

export interface Citation {
  id: string;
  section: string;
  quote: string;
  references: number[];
  evidence: Evidence | null;
}

export interface Choice {
  value: string;
  label: string;
}

export interface MissingFact {
  fact: string;
  question: string;
  changes: string[];
  values?: Choice[];
}

export type FindingKind = 'contradiction' | 'unsupported' | 'quantity' | 'citation' | 'omission';

export interface Finding {
  kind: FindingKind;
  severity: 'block' | 'warn';
  rule: string | null;
  text: string;
  start: number;
  end: number;
  message: string;
  counterexample: Patient | null;
  sources: string[];
}

export interface Guardrail {
  verdict: 'pass' | 'block';
  action: 'none' | 'revised' | 'replaced';
  findings: Finding[];
  checked?: number;
}

export interface ChatResponse {
  conversation_id: string;
  answer_id: string;
  status: 'answered' | 'abstained';
  answer: string;
  citations: Citation[];
  patient: Patient;
  missing: MissingFact[];
  guardrail: Guardrail;
  drafted_by: string;
  versions?: Readonly<Record<string, string>>;
  notice?: string | null;
}

export interface Fact {
  name: string;
  label: string;
  question: string;
  values: Choice[];
}

export interface GuidelineTitle {
  id: string;
  title: string;
  version: string;
  population: string;
}

export interface Config {
  name: string;
  guideline: GuidelineTitle;
  facts: Fact[];
  suggestions: string[];
  notice?: Readonly<Record<string, string>>;
  directives?: number;
  limits?: { message?: number; text?: number };
  language?: string;
}

export interface Statement {
  id: string;
  text: string;
  references: number[];
  evidence: Evidence | null;
  section: string | string[];
}

export interface Guideline extends GuidelineTitle {
  sections: { path: string[]; statements: Statement[] }[];
}

export interface DirectiveState {
  id: string;
  title: string;
  strength: 'must' | 'recommend' | 'consider' | 'avoid';
  status: 'holds' | 'open' | 'excluded';
  open_by: string[];
  when: string;
  /** It holds when the plan of treatment contains this, whatever the patient. */
  plan?: string | null;
  sources: string[];
}

export interface AlgorithmState {
  patient: Patient;
  axes: { axis: string; label: string; directives: DirectiveState[] }[];
}

export interface Verdict {
  verdict: 'pass' | 'block';
  findings: Finding[];
}

/** RFC 9457 problem details, or what stands in for them when no server answered (`status` 0). */
export interface Problem {
  title: string;
  status: number;
  detail: string;
}
