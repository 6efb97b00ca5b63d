"""From a tagged sentence to claims: who is advised what, for whom, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from language.clauses import Clause, cut, has_predicate
from language.condition import ALWAYS, Condition, axes_of, both, negation
from language.order import Order, orders
from language.reading import Claim, Named, Reading, Stance, StatedFact
from language.scope import Scope, join, scope_of
from language.stance import Direction, advice_of, direction, kind_of, words_of
from language.tagging import Mention, Tagged
from language.text import BlockKind
from language.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading or lead-in says of everything under it."""

    condition: Condition = ALWAYS
    against: bool = False
    advises: bool = False
    universal: bool = False
    question: bool = False
    not_covered: bool = False
    first: bool = False
    mentions: tuple[str, ...] = ()
    kind: BlockKind = "heading"
    depth: int = 0


@dataclass
class Discourse:
    """What earlier sentences leave behind: what "it", "the latter" and "then" refer to."""

    salient: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    fact_pair: tuple[Condition, ...] = ()
    condition: Condition = ALWAYS
    supposed: Condition = ALWAYS
    asserted: Condition = ALWAYS
    subject: str | None = None
    asked: tuple[str, ...] = ()
    asked_claims: tuple[Claim, ...] = ()
    last_against: bool | None = None  # the direction of the sentence before
    answering: bool = False  # the first sentence of an answer to a question

    @classmethod
    def after(cls, question: Reading | None) -> Discourse:
        if question is None:
            return cls()
        named = [i for s in question.sentences for i in s.interventions]
        subject = next((s for s in reversed(question.subjects)), None)
        return cls(
            salient=tuple(dict.fromkeys(named)),
            pair=tuple(dict.fromkeys(named))[:2],
            subject=subject,
            asked=tuple(dict.fromkeys(named)),
            asked_claims=question.claims,
            answering=True,
        )


@dataclass
class Read:
    """What one sentence gave. Offsets still count in the normalised text."""

    claims: list[Claim] = field(default_factory=list)
    facts: list[StatedFact] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    named: tuple[str, ...] = ()
    mentions: list[Named] = field(default_factory=list)
    heading: Heading = Heading()
    says: Literal["yes", "no"] | None = None
    withdraws: Literal["endorse", "reject"] | None = None


def read_sentence(
    vocabulary: Vocabulary,
    sentence: Tagged,
    discourse: Discourse,
    headings: Sequence[Heading],
    block: BlockKind,
    number: int,
) -> Read:
    """Read one sentence in its context; `discourse` is moved on."""
    return _SentenceReader(vocabulary, sentence, discourse, headings, block, number).read()


_ACTION_PREPOSITIONS = frozenset(
    {
        "during",
        "on",
        "under",
        "despite",
        "throughout",
        "while",
        "after",
        "before",
        "since",
        "until",
        "following",
        "prior",
    }
)
_SELECTING = frozenset(
    "selectively selective selected certain some situations situation circumstances indications settings scenarios following follows depends individual individually case indication".split()
)


class _SentenceReader:
    def __init__(
        self,
        vocabulary: Vocabulary,
        sentence: Tagged,
        discourse: Discourse,
        headings: Sequence[Heading],
        block: BlockKind,
        number: int,
    ) -> None:
        self.vocabulary, self.sentence, self.discourse = vocabulary, sentence, discourse
        self.headings, self.block, self.number = headings, block, number
        self.words = sentence.words
        self.question = self.words[-1:] == ["?"]
        self.out = Read()
        self._named_orders: tuple[str, ...] = ()
        self._within: str | None = None
        self.mentions = self._resolve_mentions()
        self.clauses = cut(sentence)

    # --- names -----------------------------------------------------------------------------

    def _resolve_mentions(self) -> list[Mention]:
        """Turn general names into precise ones by their object, manner and company."""
        resolved: list[Mention] = []
        for m in self.sentence.mentions:
            if m.neighbour or m.instead:
                resolved.append(m)
                continue
            intervention = self.vocabulary.interventions[m.id]
            id = m.id
            if intervention.objects:
                id = self._by_object(m, intervention.objects) or id
            elif intervention.neutral and self.words[m.first - 1 : m.first] in (
                ["the"],
                ["this"],
                ["these"],
                ["that"],
                ["those"],
                ["such"],
                ["both"],
            ):
                here = [x.id for x in resolved if x.id in intervention.descendants and x.id != id][-1:]
                members = here or [
                    k for k in self.discourse.salient if k in intervention.descendants and k != id
                ]
                if members:
                    resolved.extend(replace(m, id=k) for k in members)
                    continue
            for manner, first, _last in sorted(self.sentence.manners, key=lambda x: -abs(x[1] - m.last)):
                target = self.vocabulary.interventions[manner]
                if id in target.ancestors and id != manner and abs(first - m.last) <= 14:
                    id = manner
            resolved.append(replace(m, id=id))
        beside = [
            self._by_object(m, self.vocabulary.interventions[m.id].objects) or m.id
            for m in self.sentence.landmarks
            if not m.neighbour and not m.instead
        ]
        ids = frozenset().union(
            *(self._above(m) for m in resolved), *(self.vocabulary.interventions[i].ancestors for i in beside)
        )
        for needed, together in self.vocabulary.together:
            if set(needed) <= ids:
                named = [m for m in resolved if self._above(m) & set(needed)]
                if len(named) + len(beside) > 1:
                    self._within = together
                    resolved = [
                        replace(m, id=together)
                        if not m.neighbour
                        and not m.instead
                        and (m.id == needed[0] or m.id in self.vocabulary.interventions[needed[0]].ancestors)
                        else m
                        for m in resolved
                    ]
        return [*resolved, *self._by_adjective(resolved)]

    def _by_adjective(self, resolved: Sequence[Mention]) -> list[Mention]:
        """ "prefer the early to the late delivery": adjectives that stand for a treatment where the
        sentence, or what it is about, names the class."""
        found: list[Mention] = []
        known = self.vocabulary.interventions
        adjectives = [
            (k, a, b)
            for k, a, b in self.sentence.adjectives
            if not any(m.first <= a <= m.last for m in resolved)
        ]
        for key, first, last in adjectives:
            compared = any(
                w.startswith(
                    (
                        "prefer",
                        "better",
                        "than",
                        "over",
                        "rather",
                        "instead",
                        "versus",
                        "vs",
                        "superior",
                        "favor",
                    )
                )
                for w in self.words
            )
            delivered = any(
                w
                in {
                    "period",
                    "phase",
                    "setting",
                    "time",
                    "delivery",
                    "treatment",
                    "schedule",
                    "course",
                    "radiation",
                    "timing",
                    "administration",
                }
                for w in self.words[last + 1 : last + 3]
            )
            if not (compared or delivered):
                continue
            near = any(
                not m.neighbour and not m.instead and m.id in known and self._same_class(m.id, key)
                for m in resolved
            )
            asked = any(i in known and self._same_class(i, key) for i in self.discourse.salient)
            if (
                near
                or asked
                or any(k != key and known[k].ancestors & known[key].ancestors for k, _a, _b in adjectives)
            ):
                if not any(
                    m.first - last in {1, 2} and not self._same_class(m.id, key)
                    for m in resolved
                    if m.id in known
                ):
                    found.append(Mention(key, first, last))
        return found

    def _same_class(self, a: str, b: str) -> bool:
        """Whether two interventions share a class below the widest ones."""
        known = self.vocabulary.interventions
        widest = {k for k, i in known.items() if i.ancestors == {k}}
        return bool((known[a].ancestors & known[b].ancestors) - widest)

    def _above(self, m: Mention) -> frozenset[str]:
        return (
            frozenset({m.id}) if m.neighbour or m.instead else self.vocabulary.interventions[m.id].ancestors
        )

    def _by_object(self, m: Mention, objects: Sequence[tuple[str, str]]) -> str | None:
        by_subject = dict(objects)
        if self.words[m.last + 1 : m.last + 3] in (
            ["on", "them"],
            ["of", "them"],
            ["for", "them"],
            ["on", "it"],
            ["of", "it"],
        ):
            named = [
                name for name, _f, last in self.sentence.subjects if name in by_subject and last < m.first
            ]
            if named:
                return by_subject[named[-1]]
        both_named = [f for f in self.sentence.subjects if f[0] in by_subject]
        for (a, _f, a_last), (b, b_first, _l) in zip(both_named, both_named[1:]):
            if (
                a != b
                and b_first - a_last <= 3
                and "and" in self.words[a_last + 1 : b_first]
                and (abs(_f - m.last) <= 8 or abs(m.first - b_first) <= 8)
            ):
                together = next(
                    (t for needed, t in self.vocabulary.together if set(needed) <= set(by_subject.values())),
                    None,
                )
                if together is not None:
                    return together
        behind = [
            (first - m.last, name)
            for name, first, _l in self.sentence.subjects
            if name in by_subject and 0 < first - m.last <= 8 and not self._stop_between(m.last, first)
        ]
        if behind:
            return by_subject[min(behind)[1]]
        genitive = {
            f
            for (_a, _f, l), (_b, f, _l) in zip(self.sentence.subjects, self.sentence.subjects[1:])
            if self.words[l + 1 : f]
            in (["of"], ["from"], ["of", "the"], ["from", "the"], ["of", "a"], ["from", "a"])
        }
        ahead = [
            (m.first - last, name)
            for name, _f, last in self.sentence.subjects
            if name in by_subject
            and _f not in genitive
            and 0 < m.first - last <= 14
            and not self._stop_between(last, m.first)
        ]
        if ahead:
            return by_subject[min(ahead)[1]]
        object_pronoun = self.words[m.last + 1 : m.last + 3] in (
            ["on", "them"],
            ["of", "them"],
            ["for", "them"],
            ["on", "it"],
            ["of", "it"],
        )
        pronoun = (
            any(w in {"it", "them", "they", "these", "this", "those"} for w in self.words)
            or len(self.words) <= 6
        )
        if (
            (object_pronoun or pronoun and not self.sentence.facts)
            and self.discourse.subject in by_subject
            and not any(name in by_subject for name, _f, _l in self.sentence.subjects)
        ):
            return by_subject[self.discourse.subject]
        return None

    def _stop_between(self, after: int, before: int) -> bool:
        return any(
            w
            in {
                ";",
                ":",
                ".",
                "but",
                "whereas",
                "while",
                "when",
                "if",
                "except",
                "unless",
                "where",
                "because",
                "since",
            }
            for w in self.words[after + 1 : before]
        )

    # --- the sentence ------------------------------------------------------------------------

    def read(self) -> Read:
        self._answer_word()
        self._state_facts()
        self.out.subjects = [
            n
            for n, _f, _l in self.sentence.subjects
            if n in {"primary", "metastases", "bone_metastasis", "brain_metastasis"}
        ] or [n for n, _f, _l in self.sentence.subjects]
        self.out.named = tuple(m.id for m in self.mentions if not m.instead)
        self.out.mentions = [Named(m.id, *self._span(m), self.number) for m in self.mentions if not m.instead]
        if self.block in ("heading", "lead"):
            self._heading()
            return self.out
        self._claims()
        self._dependence()
        self._answer_claims()
        self._endorse_or_reject()
        self.discourse.answering = False
        self._move_on()
        return self.out

    def _answer_word(self) -> None:
        if (
            self.discourse.answering
            and len(self.words) <= 7
            and not self.mentions
            and self.words[-1:] != ["?"]
        ):
            whole = Clause(0, len(self.words) - 1, "main", "")
            if self._bare_denial(whole):
                self.out.says = "no"
                return
        if self.block != "paragraph" and self.number:
            return
        for answer in ("yes", "no"):
            hits = self.sentence.has(answer)
            if hits and hits[0].first == 0:
                following = self.words[hits[0].last + 1 : hits[0].last + 2]
                if not following or following[0] in {",", ".", ":", ";", "-", "!", "*", "("}:
                    self.out.says = answer  # type: ignore[assignment]

    def _state_facts(self) -> None:
        relatives = [(f, l) for n, f, l in self.sentence.subjects if n == "someone_else"]
        for clause in self.clauses:
            for f in self.sentence.facts:
                if not (clause.first <= f.first and f.last <= clause.last):
                    continue
                tokens = self.sentence.tokens
                self.out.facts.append(
                    StatedFact(
                        f.condition,
                        tokens[f.first].start,
                        tokens[f.last].end,
                        self.number,
                        supposed=clause.kind in {"condition", "exception", "whether"},
                        someone_else=any(0 <= f.first - l <= 10 for _f, l in relatives),
                    )
                )

    def _heading_against(self, d: Direction) -> bool:
        """ "Avoid", "Do not", "Mistakes to steer clear of": words against add up in a heading."""
        if self.mentions and len(self.words) > 6:
            return False
        negated = len(self.sentence.has("negation")) % 2 == 1
        against = bool(self.sentence.has("against"))
        return against != negated if against else d.against

    def _heading(self) -> None:
        whole = Clause(0, len(self.words) - 1, "main", "")
        scope = scope_of(self.sentence, whole, bool(self.mentions))
        d = direction(self.sentence, whole)
        condition = both(scope.condition, scope.asserted, scope.only or ALWAYS)
        if scope.excepted is not None:
            condition = both(condition, negation(scope.excepted))
        verbs = self.sentence.has("advise") or self.sentence.has("weak")
        self.out.heading = Heading(
            condition=condition,
            against=self._heading_against(d),
            advises=bool(verbs) and not d.against,
            universal=scope.universal,
            question=self.question,
            not_covered=bool(self.sentence.has("not_covered")),
            first=any(
                words_of(self.sentence, h) not in {"last", "second"} for h in self.sentence.has("first")
            ),
            mentions=tuple(m.id for m in self.mentions if not m.neighbour),
        )
        self._claims(heading=True)

    # --- claims ----------------------------------------------------------------------------------

    def _claims(self, heading: bool = False) -> None:
        conditions = self._conditions()
        previous: Direction | None = None
        running: Condition = ALWAYS
        excepted_before: Condition | None = None
        against_lead = False
        held: Direction | None = None
        previous_mentions: list[Mention] = []
        previous_main: Clause | None = None
        for index, clause in enumerate(self.clauses):
            if clause.kind == "main" or clause.kind in {"cause", "concession"}:
                mentions = self._mentions_in(clause)
                following = self.clauses[index + 1] if index + 1 < len(self.clauses) else None
                d = direction(self.sentence, clause, self._local_turns(clause, mentions))
                if self.out.says is not None and clause.first == 0 and not mentions and clause.elliptical:
                    continue
                if (
                    not mentions
                    and clause.elliptical
                    and self.number
                    and self.words[clause.first]
                    in {"wrong", "false", "untrue", "incorrect", "mistaken", "nonsense", "no"}
                    and following is not None
                ):
                    self.out.withdraws = "reject"
                    continue
                if (
                    not mentions
                    and clause.elliptical
                    and d.against
                    and self.words[clause.first] not in {"no", "yes"}
                    and following is not None
                    and following.joiner == ":"
                ):
                    against_lead = True  # "Pitfall: ...", "Never: ..."
                    continue
                if (
                    mentions
                    and following is not None
                    and following.joiner == ":"
                    and self._is_topic(clause, following)
                ):
                    previous_mentions, previous_main = (
                        mentions,
                        clause,
                    )  # "X: not for ...": the verdict follows
                    continue
                if against_lead and d.turns == 0:
                    d = replace(d, turns=1, recognised=True)
                if (
                    following is not None
                    and mentions
                    and any(c.joiner == "goes on" for c in self.clauses[index + 1 : index + 3])
                ):
                    held, previous_mentions, previous_main = d, mentions, clause
                    continue
                if clause.joiner == "goes on" and held is not None:
                    d = replace(d, turns=d.turns + held.turns, recognised=True)
                if self._bare_denial(clause):
                    if mentions and previous is None and self.discourse.last_against is not None:
                        d = replace(d, turns=0 if self.discourse.last_against else 1, recognised=True)
                    elif mentions and previous is not None and previous.against:
                        d = replace(d, turns=0, recognised=True)
                    elif previous_mentions and previous is not None and mentions:
                        if self._requirement(previous_main):
                            continue  # "A needs it; B does not"
                    elif not mentions:
                        if self.number and not self.question:
                            self.out.withdraws = "reject"
                        continue
                frame = self._frame(clause)
                scope = scope_of(self.sentence, clause, bool(mentions))
                referred = False
                if not mentions and self._refers(clause, d, previous_main):
                    mentions = self._referred(clause, previous_mentions)
                    referred = bool(mentions)
                elif mentions and self._subject_pronoun(clause, mentions):
                    mentions = [*self._referred(clause, previous_mentions, subject=True), *mentions]
                if (
                    clause.elliptical
                    and self._bare_not_in_front(clause)
                    and previous is not None
                    and previous.against
                    and mentions
                    and d.turns == 1
                ):
                    d = replace(d, turns=0, recognised=True)  # "rules out A, not B"
                if (
                    clause.elliptical
                    and previous is not None
                    and d.turns == 0
                    and clause.joiner not in {"but", "whereas", "while", ";", ":"}
                    and not d.recognised
                ):
                    d = previous
                if (
                    referred
                    and scope.condition == ALWAYS
                    and scope.only is None
                    and self._other_subject(clause)
                ):
                    continue
                if mentions:
                    if clause.joiner == "otherwise" and running != ALWAYS:
                        scope.condition = both(scope.condition, negation(running))
                    carried = running if clause.joiner != "otherwise" else ALWAYS
                    if referred and excepted_before is not None and not axes_of(scope.condition):
                        scope.condition = excepted_before
                    running, excepted_before = self._claim_clause(
                        clause, mentions, d, scope, conditions[index], frame, heading, referred, carried
                    )
                    previous_mentions = mentions
                    previous = d
                    previous_main = clause
                elif clause.kind == "main" and d.recognised:
                    previous = d
            elif clause.kind == "exception":
                self._exception_mentions(clause, previous)

    def _mentions_in(self, clause: Clause) -> list[Mention]:
        return [m for m in self.mentions if clause.first <= m.first and m.last <= clause.last]

    def _local_turns(self, clause: Clause, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
        """Words that turn only what stands next to them: they do not count for the clause."""
        spans: list[tuple[int, int]] = []
        for name in ("rather_than", "preferred_to", "no_substitute", "only"):
            spans += [(h.first, h.last) for h in self.sentence.has(name, clause.first, clause.last)]
        for h in self.sentence.has("against", clause.first, clause.last):
            phrase = words_of(self.sentence, h)
            if phrase == "against" and any(
                w in {"antibody", "antibodies", "directed", "antibody,", "active", "effective"}
                for w in self.words[max(0, h.first - 2) : h.first]
            ):
                spans.append((h.first, h.last))
            if phrase in {"saves", "save"} and not self.words[h.last + 1 : h.last + 2] == ["for"]:
                spans.append((h.first, h.last))
            if phrase.startswith("fail") and any(
                w in {"first", "second", "line", "treatment", "lines"}
                for w in self.words[max(0, h.first - 3) : h.last + 3]
            ):
                spans.append((h.first, h.last))
        for h in self.sentence.has(
            "against", clause.first, clause.last
        ):  # "to prevent later trouble": the purpose of what is done
            if (
                self.words[h.first].startswith(("prevent", "avoid", "forestall", "avert"))
                and self.words[h.first - 1 : h.first] == ["to"]
                and not any(h.last < m.first <= h.last + 5 for m in mentions)
            ):
                spans.append((h.first, h.last))
        for h in self.sentence.has(
            "against", clause.first, clause.last
        ):  # "to stop the bleeding", "prevents perforation"
            if (
                any(0 < f.first - h.last <= 3 for f in self.sentence.facts)
                and self.words[h.first].startswith(
                    ("stop", "prevent", "avoid", "spare", "forestall", "avert")
                )
                and not any(h.last < m.first <= h.last + 4 for m in mentions)
            ):
                spans.append((h.first, h.last))
        for m in mentions:
            head = self.words[max(clause.first, m.first - 2) : m.first]
            if (
                len(mentions) > 1
                and m is mentions[0]
                and head
                and head[-1] in {"against", "on"}
                and len(head) > 1
                and head[0]
                in {
                    "warning",
                    "rule",
                    "ban",
                    "advice",
                    "recommendation",
                    "prohibition",
                    "verdict",
                    "case",
                    "argument",
                    "objection",
                }
            ):
                spans += [(h.first, h.last) for h in self.sentence.has("against", m.first - 2, m.first)]
        for h in self.sentence.has("only", clause.first, clause.last):  # "is not reserved for" only widens
            spans += [
                (n.first, n.last)
                for n in self.sentence.has("negation", clause.first, clause.last)
                if 0 < h.first - n.last <= 3
            ]
        return spans

    def _frame(self, clause: Clause) -> Literal["advice", "asked", "reported"]:
        """Whether a clause speaks for itself; what somebody says may go on over several clauses."""
        if self.question:
            return "advice" if self.words[:2] == ["why", "not"] else "asked"
        frames = self.sentence.has("reported_frame")
        if frames and not self._own_voice(frames[0].first):
            return "reported"
        subordinate = [
            c
            for c in self.clauses
            if c.kind in {"condition", "exception", "cause", "concession"} and c is not clause
        ]
        for person in self.sentence.has("somebody"):
            if any(
                w in {"while", "when", "if", "as", "because", "for", "to", "of"}
                for w in self.words[max(0, person.first - 2) : person.first]
            ):
                continue
            if person.first > clause.last or any(c.first <= person.first <= c.last for c in subordinate):
                continue
            if person.first < clause.first and clause.joiner in {
                "but",
                ";",
                "however",
                "yet",
                "whereas",
                ":",
            }:
                continue
            for verb in self.sentence.has("report"):
                if any(c.first <= verb.first <= c.last for c in subordinate):
                    continue
                if self._own_voice(person.first):
                    continue
                if (
                    any(clause.first <= m.first < person.first for m in self.mentions)
                    and person.first > clause.first + 3
                    and verb.last >= clause.last - 1
                ):
                    continue  # "... what the patient prefers"
                if 0 < verb.first - person.last <= 6:
                    between = self.words[person.last + 1 : verb.first]
                    if not any(
                        w
                        in {
                            "should",
                            "must",
                            "can",
                            "may",
                            "might",
                            "could",
                            "ought",
                            "to",
                            ",",
                            "with",
                            "be",
                            "is",
                            "are",
                        }
                        for w in between
                    ):
                        return "reported"
        if (
            self.sentence.has("past_view")
            and not self.sentence.has("not_all")
            and not any(w in {"should", "must"} for w in self.words)
        ):
            return "reported"
        return "advice"

    def _other_subject(self, clause: Clause) -> bool:
        """ "A is a reason for it; B is not": what B is, the vocabulary does not know."""
        words = [
            w
            for w in self.words[clause.first : clause.last + 1]
            if w[0].isalnum() and w not in {"and", "but", "while", "whereas"}
        ]
        if (
            not words
            or words[-1] not in {"not", "is", "are", "does", "do", "should", "can"}
            or len(words) < 3
        ):
            return False
        return not self.sentence.has("they", clause.first, clause.last) and not any(
            words_of(self.sentence, h).split()[0] == words[0]
            for h in self.sentence.has("modal", clause.first, clause.last)
        )

    def _is_topic(self, clause: Clause, following: Clause) -> bool:
        """ "X: possible", "X: never": the name is only the topic of what follows."""
        return (
            not has_predicate(self.sentence, clause.first, clause.last)
            and not self._mentions_in(following)
            and following.kind == "main"
            and self._verdict_word(following)
        )

    def _verdict_word(self, clause: Clause) -> bool:
        if clause.last - clause.first > 9:
            return direction(self.sentence, clause).recognised
        return (
            direction(self.sentence, clause).recognised
            or bool(self.sentence.has("yes", clause.first, clause.last))
            or self.words[clause.first] in {"no", "yes", "never"}
        )

    def _bare_denial(self, clause: Clause) -> bool:
        """ "does not", "they cannot", "it is not": an auxiliary and a negation, nothing else."""
        rest = [
            w
            for i, w in enumerate(self.words[clause.first : clause.last + 1], clause.first)
            if w[0].isalnum() and not any(m.first <= i <= m.last for m in self.mentions)
        ]
        rest = [
            w
            for w in rest
            if w
            not in {
                "and",
                "but",
                "the",
                "two",
                "both",
                "it",
                "they",
                "she",
                "he",
                "there",
                "no",
                "this",
                "that",
                "you",
                "we",
                "i",
                "should",
                "must",
                "so",
            }
        ]
        return (
            bool(rest)
            and len(rest) <= 2
            and rest[-1] == "not"
            and all(
                w in {"is", "are", "does", "do", "can", "may", "will", "was", "were", "has", "have", "not"}
                for w in rest
            )
        )

    def _requirement(self, clause: Clause | None) -> bool:
        """Whether a clause says what something needs ("needs a ...", "only if ...")."""
        if clause is None:
            return False
        return bool(self.sentence.has("only", clause.first, clause.last)) or any(
            w
            in {
                "need",
                "needs",
                "require",
                "requires",
                "call",
                "calls",
                "depend",
                "depends",
                "demand",
                "demands",
                "presuppose",
                "presupposes",
            }
            for w in self.words[clause.first : clause.last + 1]
        )

    def _bare_not_in_front(self, clause: Clause) -> bool:
        return self.words[clause.first] == "not" or clause.joiner == "not"

    def _own_voice(self, first: int) -> bool:
        return any(
            w in {"guideline", "statement", "evidence"} for w in self.words[max(0, first - 3) : first + 4]
        )

    def _subject_pronoun(self, clause: Clause, mentions: Sequence[Mention]) -> bool:
        """ "It can be added to X": the pronoun is the subject, the name only its companion."""
        first = clause.first
        while first < clause.last and (
            not self.words[first][0].isalnum()
            or self.words[first] in {"yes", "no", "and", "but", "so", "then"}
        ):
            first += 1
        if self.words[first] in {"in", "for", "with"}:
            first = next(
                (
                    h.first
                    for h in self.sentence.has("they", first + 2, min(first + 6, clause.last))
                    if self.words[h.first] in {"it", "they"}
                ),
                first,
            )
        if not any(h.first == first for h in self.sentence.has("they", first, clause.last)):
            return False
        if self.sentence.has("delay", first, mentions[0].first):
            return True
        before = mentions[0].first - 1
        while before > first and self.words[before] in {"the", "a", "an", "his", "her"}:
            before -= 1
        if self.words[before] not in {
            "to",
            "with",
            "plus",
            "for",
            "alongside",
            "after",
            "before",
            "until",
            "following",
            "follow",
            "precede",
            "follows",
            "precedes",
        }:
            return False
        between = self.words[first + 1 : mentions[0].first]
        return (
            bool(between)
            and between[0]
            in {
                "follows",
                "precedes",
                "comes",
                "can",
                "should",
                "may",
                "must",
                "could",
                "is",
                "are",
                "might",
                "cannot",
                "be",
            }
            and any(
                w
                in {
                    "added",
                    "given",
                    "combined",
                    "used",
                    "offered",
                    "joined",
                    "paired",
                    "delivered",
                    "follow",
                    "follows",
                    "precede",
                    "precedes",
                    "come",
                    "follow",
                    "administered",
                    "placed",
                    "started",
                    "done",
                    "performed",
                    "carried",
                    "scheduled",
                }
                for w in between
            )
        )

    def _refers(self, clause: Clause, d: Direction, previous_main: Clause | None) -> bool:
        """Whether a clause without a name speaks of one named before."""
        words = self.words[clause.first : clause.last + 1]
        pronoun = (
            any(
                h.first - clause.first <= 12 and self._stands_alone(h.first, h.last)
                for h in self.sentence.has("they", clause.first, clause.last)
            )
            or self.sentence.has("former", clause.first, clause.last)
            or self.sentence.has("latter", clause.first, clause.last)
        )
        if self.sentence.has("endorse", clause.first, clause.last) or self.sentence.has(
            "not_covered", clause.first, clause.last
        ):
            return False
        facts = [f for f in self.sentence.facts if clause.first <= f.first and f.last <= clause.last]
        content = next(
            (
                w
                for w in words
                if w[0].isalnum()
                and w not in {"and", "but", "so", "then", "also", "therefore", "however", "hence", "thus"}
            ),
            "",
        )
        headless = (
            clause.elliptical
            or content
            in {
                "not",
                "never",
                "nor",
                "only",
                "in",
                "for",
                "with",
                "whatever",
                "regardless",
                "always",
                "even",
                "otherwise",
                "here",
                "hardly",
                "rarely",
            }
            or any(
                words_of(self.sentence, h).split()[0] == content
                for h in self.sentence.has("modal", clause.first, clause.last)
            )
        )
        last_word = next((w for w in reversed(words) if w[0].isalnum()), "")
        if previous_main is not None and (
            last_word
            in {"not", "should", "can", "does", "do", "must", "may", "cannot", "is", "are", "was", "were"}
            or any(
                words_of(self.sentence, h).startswith("so ")
                for h in self.sentence.has("they", clause.first, clause.last)
            )
        ):
            return True
        if previous_main is not None and headless:
            restricts = any(
                self.sentence.has(name, clause.first, clause.last) for name in ("only", "whatever", "except")
            )
            return (
                d.recognised
                or d.turns > 0
                or bool(self.sentence.has("yes", clause.first, clause.last))
                or bool(facts)
                and (restricts or clause.elliptical and clause.joiner in {"but", "and", "or", "so"})
            )
        if pronoun and d.recognised:
            return True
        if (
            clause.first == 0
            and self.block in {"item", "cell"}
            and self._under_heading("")
            and (headless or clause.last <= 8)
            and (d.recognised or self._verdict_word(clause))
        ):
            return True
        return bool(
            facts
            and (
                d.turns
                or self.sentence.has("only", clause.first, clause.last)
                or self.sentence.has("whatever", clause.first, clause.last)
                or self.sentence.has("except", clause.first, clause.last)
            )
            and clause.elliptical
        )

    def _stands_alone(self, first: int, last: int) -> bool:
        """Whether a demonstrative is a pronoun, not the article of a noun ("this tumor")."""
        if (
            self.words[first] == "it"
            and self.words[last + 1 : last + 2]
            and self.words[last + 1]
            in {"depends", "rests", "seems", "follows", "appears", "matters", "turns"}
        ):
            return False
        if (
            self.words[first] not in {"this", "that", "these", "those", "both", "either", "neither", "one"}
            or last > first
        ):
            return True
        following = self.words[last + 1 : last + 2]
        return not following or any(
            h.first == last + 1
            for name in ("modal", "against", "negation", "only")
            for h in self.sentence.has(name, last + 1)
        )

    def _referred(
        self, clause: Clause, previous: Sequence[Mention], *, subject: bool = False
    ) -> list[Mention]:
        """What a pronoun, or silence, refers to, placed where the clause stands."""
        at = clause.first
        hits = (
            self.sentence.has("they", clause.first, clause.last)
            or self.sentence.has("former", clause.first, clause.last)
            or self.sentence.has("latter", clause.first, clause.last)
        )
        if subject:
            hits = [h for h in hits if self.words[h.first] in {"it", "they", "this"}] or hits
        first, last = (hits[0].first, hits[0].last) if hits else (at, at)
        word = " ".join(self.words[first : last + 1]) if hits else ""
        pair = (
            tuple(dict.fromkeys(m.id for m in previous))[-2:]
            if len({m.id for m in previous}) >= 2
            else self.discourse.pair
        )
        if self.sentence.has("former", clause.first, clause.last):
            ids: Sequence[str] = pair[:1]
        elif self.sentence.has("latter", clause.first, clause.last):
            ids = pair[-1:] if len(pair) > 1 else ()
        elif previous and word == "which":
            ids = [m.id for m in previous if not m.questions_only][-1:]
        elif (
            previous
            and word in {"it", "this"}
            and (
                advised := [
                    c.intervention
                    for c in self.out.claims
                    if c.advises and c.intervention in {m.id for m in previous}
                ]
            )
        ):
            ids = advised[:1]
        elif previous and subject and word == "it":
            ids = [m.id for m in previous if not m.questions_only][:1]
        elif previous:
            ids = [m.id for m in previous if not m.questions_only]
        elif self._under_heading(word):
            ids = self._under_heading(word)
        elif word in {"this", "that", "which"}:
            ids = self.discourse.salient[-1:]
        elif word in {"it", "one"} or word.startswith(("this ", "that ", "the ")):
            ids = self.discourse.salient[:1]
        else:
            ids = self.discourse.salient
        kept = [i for i in self._fitting(word, ids) if not self._class_of_another(i, ids)]
        return [Mention(i, first, last, neighbour=i not in self.vocabulary.interventions) for i in kept]

    def _under_heading(self, word: str) -> Sequence[str]:
        """What the heading names, for an item that does not say what it is about."""
        if self.block not in {"item", "cell"} or word in {"this", "that"}:
            return ()
        return next((h.mentions for h in reversed(self.headings) if h.mentions), ())

    def _class_of_another(self, id: str, ids: Sequence[str]) -> bool:
        """Whether a name is only the class of another one named beside it."""
        known = self.vocabulary.interventions
        return id in known and any(o != id and o in known and id in known[o].ancestors for o in ids)

    def _fitting(self, word: str, ids: Sequence[str]) -> Sequence[str]:
        """ "this operation" is no drug: keep the referents that the noun can name."""
        noun = word.split()[-1] if word else ""
        kinds = (
            {m.payload.value for m in self.vocabulary.terms.at([noun], 0) if m.payload.kind == "intervention"}
            if noun
            else set()
        )
        if kinds:
            fitting = [
                i
                for i in ids
                if i in self.vocabulary.interventions and self.vocabulary.interventions[i].ancestors & kinds
            ]
            return fitting or ids
        return ids

    # --- conditions of clauses ---------------------------------------------------------------------

    def _conditions(self) -> list[list[tuple[Clause, Scope]]]:
        """For each clause the subordinate clauses that hold for it."""
        attached: list[list[tuple[Clause, Scope]]] = [[] for _ in self.clauses]
        front: list[tuple[Clause, Scope]] = []
        last_main: int | None = None
        for i, c in enumerate(self.clauses):
            has_mentions = bool(self._mentions_in(c))
            if c.kind in {"condition", "exception", "cause", "concession", "whether"}:
                scope = scope_of(self.sentence, c, has_mentions and c.kind in {"cause", "concession"})
                if has_mentions and c.kind in {"cause", "concession"} and scope.asserted == ALWAYS:
                    continue
                following = self.clauses[i + 1] if i + 1 < len(self.clauses) else None
                if last_main is None:
                    front.append((c, scope))
                elif (
                    c.kind == "exception"
                    or c.joiner == ""
                    or following is None
                    or following.kind != "main"
                    or following.joiner in {";", ".", "but", "whereas", "while", "and", "nor"}
                    and c.joiner != "and"
                ):
                    attached[last_main].append((c, scope))
                    if c.kind in {"cause", "concession"} and following is not None:
                        front.append((c, scope))
                else:
                    front = [x for x in front if not (axes_of(x[1].condition) & axes_of(scope.condition))]
                    front.append((c, scope))
                    if not self._mentions_in(following):
                        attached[last_main].append((c, scope))
            if c.kind in {"cause", "concession"} and has_mentions:
                continue
            if c.kind == "main":
                own = scope_of(self.sentence, c, has_mentions)
                if (
                    not has_mentions
                    and not c.elliptical
                    and c.joiner in {"", ","}
                    and own.asserted != ALWAYS
                    and last_main is None
                ):
                    front.append((c, own))  # "The primary is silent, so ..."
                elif (
                    not has_mentions
                    and c.elliptical
                    and own.condition != ALWAYS
                    and i + 1 < len(self.clauses)
                    and self.clauses[i + 1].joiner in {":", "-", ","}
                    and last_main is None
                ):
                    front.append((c, own))  # "Perforated primary: ..."
                elif (
                    not has_mentions
                    and not c.elliptical
                    and own.asserted == ALWAYS
                    and own.condition != ALWAYS
                    and i + 1 < len(self.clauses)
                ):
                    front = [x for x in front if not (axes_of(x[1].condition) & axes_of(own.condition))]
                    front.append(
                        (c, own)
                    )  # what the sentence is about: "A response of such patients is ..., and ..."
                elif not has_mentions and own.asserted != ALWAYS:
                    front = [x for x in front if not (axes_of(x[1].asserted) & axes_of(own.asserted))]
                    front.append((c, own))
                if c.joiner in {"but", "whereas", "while", "however", "conversely", ";"} and axes_of(
                    own.condition
                ):
                    front = [
                        x
                        for x in front
                        if not (axes_of(both(x[1].condition, x[1].asserted)) & axes_of(own.condition))
                    ]
                attached[i].extend(front)
                if has_mentions or c.elliptical or last_main is None or True:
                    last_main = (
                        i if (has_mentions or last_main is None or not own.asserted != ALWAYS) else last_main
                    )
        return attached

    def _claim_clause(
        self,
        clause: Clause,
        mentions: list[Mention],
        d: Direction,
        scope: Scope,
        attached: list[tuple[Clause, Scope]],
        frame: str,
        heading: bool,
        referred: bool,
        carried: Condition,
    ) -> tuple[Condition, Condition | None]:
        """Make the claims of a clause; returns its condition and exception for the clauses behind it."""
        condition, asserted = scope.condition, scope.asserted
        only, only_facts, excepted, universal = scope.only, scope.only_facts, scope.excepted, scope.universal
        for _c, s in attached:
            if not (
                axes_of(s.condition)
                and axes_of(s.condition) <= axes_of(condition)
                and _c.first > clause.first is False
            ):
                condition = both(condition, s.condition)
            asserted = both(asserted, s.asserted)
            if s.only is not None:
                only = s.only if only is None else both(only, s.only)
                only_facts = max(only_facts, s.only_facts)
            if s.excepted is not None:
                excepted = s.excepted if excepted is None else both(excepted, s.excepted)
            universal = universal or s.universal
        stated = axes_of(condition) | axes_of(asserted) | (axes_of(only) if only is not None else frozenset())
        ordinal = self._by_ordinal(clause, mentions)
        if ordinal is not None and not stated:
            condition, stated = ordinal, axes_of(ordinal)
        elif not stated and not universal and carried != ALWAYS:
            condition = both(condition, carried)
            stated = axes_of(condition)
        inherited = ALWAYS
        if not universal or stated:
            if referred or self._anaphoric() or (not stated and not universal):
                if not (axes_of(self.discourse.condition) & stated) and (
                    referred or self._anaphoric() or self._goes_on(mentions)
                ):
                    inherited = (
                        both(self.discourse.condition, self.discourse.supposed)
                        if referred or self._anaphoric()
                        else self.discourse.condition
                    )
        heads = [h for h in self.headings if not (axes_of(h.condition) & stated)]
        for h in heads:
            condition = both(condition, h.condition)
        universal = universal or any(h.universal for h in self.headings)
        condition = both(condition, inherited)
        context_asserted = both(
            asserted,
            self.discourse.asserted if not axes_of(self.discourse.asserted) & axes_of(asserted) else ALWAYS,
        )
        spoken = sorted({*self.mentions, *mentions}, key=lambda m: m.first)
        spoken = [
            m for m in spoken if not m.neighbour and not m.instead and m.id in self.vocabulary.interventions
        ]
        spoken += self._landmark_pronouns(clause, spoken)
        spoken.sort(key=lambda m: m.first)
        if self._either_order(spoken):
            spoken = []
        upto = next(
            (c.first - 1 for c in self.clauses if c.first > clause.last and c.kind == "main"),
            len(self.words) - 1,
        )
        local = [
            o for o in orders(self.sentence, spoken, 0, len(self.words) - 1) if clause.first <= o.at <= upto
        ]
        landmarks = self._landmarks(clause, local)
        bare = (
            not universal
            and condition == ALWAYS
            and only is None
            and excepted is None
            and context_asserted == ALWAYS
            and not self.sentence.facts
            and not any(w in _SELECTING for w in self.words)
            and self.words[-1:] != [":"]
        )
        base = dict(
            asserted=context_asserted,
            universal=universal,
            sentence=self.number,
            strong=d.outright,
            bare=bare,
            within=self._within,
        )
        heading_against = any(h.against for h in self.headings) and d.turns == 0
        uncovered = any(h.not_covered for h in self.headings)
        for m in mentions:
            stance, action = self._stance(clause, m, d, frame, mentions, local)
            if stance is None:
                continue
            if (
                m in landmarks
                and action == "give"
                and stance in {"advised", "weakly advised", "not recognised", "against", "asked"}
            ):
                stance = "mentioned"
            if heading and stance not in {"against"}:
                stance = (
                    "mentioned"
                    if not (stance == "advised" and clause and self._is_sentence(clause))
                    else stance
                )
            elif heading and stance == "against" and not self._is_sentence(clause):
                stance = "mentioned"
            if uncovered:
                stance = "not covered"
            if heading_against and not self._says_should(clause):
                if stance in {"advised", "weakly advised", "not recognised"}:
                    stance = "against"
                elif stance == "against":
                    stance = "advised"  # "Never: operate without it"
            start, end = self._span(m)
            x, y = self.sentence.tokens[clause.first].start, self.sentence.tokens[clause.last].end
            cues = d.cues + (("(against)",) if frame == "reported" and d.against else ())
            claim = Claim(
                m.id,
                stance,
                start,
                end,
                condition=condition,
                action=action,
                neighbour=m.neighbour,
                context_start=x,
                context_end=y,
                cues=cues,
                **base,
            )  # type: ignore[arg-type]
            if m.instead:
                self._instead(claim, d)
                continue
            if m.questions_only:
                continue
            beside = self._companion(clause, m, mentions)
            self._restrict(claim, None if beside else only, only_facts, None if beside else excepted)
        self._order_claims(clause, local, d, condition, base, frame, heading, mentions)
        return both(condition, only or ALWAYS), excepted

    def _says_should(self, clause: Clause) -> bool:
        return any(w in {"should", "must", "shall"} for w in self.words[clause.first : clause.last + 1])

    def _is_sentence(self, clause: Clause) -> bool:
        return bool(self.sentence.has("modal", clause.first, clause.last))

    def _restrict(
        self, claim: Claim, only: Condition | None, only_facts: int, excepted: Condition | None
    ) -> None:
        """Write out what "only", "unless" and "except" add."""
        turned: dict[Stance, Stance] = {
            "advised": "against",
            "weakly advised": "against",
            "not recognised": "against",
            "against": "weakly advised",
            "not needed": "weakly advised",
            "ranked below": "weakly advised",
            "not for all": "weakly advised",
        }
        if only is not None:
            self.out.claims.append(replace(claim, condition=both(claim.condition, only)))
            if claim.advises:
                self.out.claims.append(
                    replace(
                        claim,
                        stance="against",
                        condition=both(claim.condition, negation(only)),
                        implied=True,
                        restrictors=only_facts,
                    )
                )
        elif excepted is not None:
            self.out.claims.append(replace(claim, condition=both(claim.condition, negation(excepted))))
            contrary = (
                claim.intervention in self.vocabulary.interventions
                and self.vocabulary.interventions[claim.intervention].contrary is not None
            )
            if claim.stance in turned and not contrary:
                self.out.claims.append(
                    replace(claim, stance=turned[claim.stance], condition=both(claim.condition, excepted))
                )
        else:
            self.out.claims.append(claim)

    def _instead(self, claim: Claim, d: Direction) -> None:
        """Advice to do nothing is advice against what it stands for."""
        if claim.stance in {"advised", "weakly advised", "not recognised"} and d.recognised:
            self.out.claims.append(replace(claim, stance="against"))

    def _stance(
        self,
        clause: Clause,
        m: Mention,
        d: Direction,
        frame: str,
        mentions: Sequence[Mention],
        local: Sequence[Order],
    ) -> tuple[Stance | None, Literal["give", "delay"]]:
        action: Literal["give", "delay"] = "give"
        kind = kind_of(self.sentence, clause, m, d)
        if kind is not None:
            return ("mentioned" if frame == "asked" else kind), action
        turned, ranked, neutral = self._position(clause, m, mentions)
        if not neutral and not ranked and d.against != turned and self._companion(clause, m, mentions):
            neutral = True
        if not (
            m.id in self.vocabulary.interventions and self.vocabulary.interventions[m.id].absorbs
        ) and any(
            o is not m
            and not o.neighbour
            and o.id in self.vocabulary.interventions
            and self.vocabulary.interventions[o.id].absorbs
            for o in mentions
        ):
            neutral = True
        if (
            m.neighbour
            and not d.recognised
            and self.block == "paragraph"
            and self._describes(clause)
            and not any(
                w in {"would", "should", "could", "can", "may", "might", "must"}
                for w in self.words[clause.first : clause.last + 1]
            )
        ):
            neutral = True
        if self.sentence.has("delay", clause.first, clause.last):
            delayed = self._delayed(clause, mentions)
            if delayed is m or delayed is None and len(mentions) == 1:
                action = "delay"
                neutral = False
            elif delayed is not None:
                return "mentioned", action
        if neutral:
            return "mentioned", action
        if frame == "asked":
            return "asked", action
        if frame == "reported":
            return "reported", action
        return advice_of(d, turned, ranked), action

    def _companion(self, clause: Clause, m: Mention, mentions: Sequence[Mention]) -> bool:
        """ "must not be added to Y": Y is only what it would be added to."""
        if not any(o.last < m.first for o in mentions) or m.instead:
            return False
        index = m.first - 1
        while index > clause.first and self.words[index] in {
            "a",
            "an",
            "the",
            "any",
            "such",
            "his",
            "her",
            "their",
        }:
            index -= 1
        return any(h.last == index for h in self.sentence.has("companion", clause.first, m.first))

    def _describes(self, clause: Clause) -> bool:
        words = self.words[clause.first : clause.last + 1]
        return bool(self.sentence.has("modal", clause.first, clause.last)) or any(
            w
            in {
                "mention",
                "mentions",
                "mentioned",
                "include",
                "includes",
                "list",
                "lists",
                "came",
                "named",
                "exist",
                "exists",
            }
            for w in words
        )

    def _delayed(self, clause: Clause, mentions: Sequence[Mention]) -> Mention | None:
        """Which mention the word of delay is about: its object, else its subject."""
        hit = self.sentence.has("delay", clause.first, clause.last)[0]
        inside = [m for m in mentions if hit.first <= m.first and m.last <= hit.last]
        if inside:
            return inside[0]
        if "between" in self.words[hit.last + 1 : hit.last + 5] and len(mentions) > 1:
            return mentions[-1]  # "a gap between A and B": B waits
        behind = [m for m in mentions if m.first > hit.last]
        ahead = [m for m in mentions if m.last < hit.first]
        stop = next(
            (
                i
                for i in range(hit.last + 1, clause.last + 1)
                if self.words[i]
                in {"until", "till", "for", "after", "because", "while", "in", "by", "behind", "so"}
            ),
            clause.last + 1,
        )
        objects = [m for m in behind if m.first < stop]
        if objects:
            return objects[0]
        return ahead[-1] if ahead else (behind[0] if behind and not ahead else None)

    def _position(self, clause: Clause, m: Mention, mentions: Sequence[Mention]) -> tuple[bool, bool, bool]:
        """(turned, ranked, neutral) by what stands right before or behind the mention."""
        words = self.words
        turned = ranked = neutral = False
        before = words[max(clause.first, m.first - 4) : m.first]
        for h in self.sentence.has("rather_than", clause.first, clause.last):
            if words[h.first].startswith(("replac", "supplant", "tak")) and self.sentence.has(
                "negation", clause.first, clause.last
            ):
                neutral = True  # "neither A nor B can replace C"
                continue
            if (
                words[h.first].startswith(("replac", "substitut"))
                and any(h.last < o.first < m.first for o in mentions)
                and any(w in {"by", "with", "for"} for w in words[h.last + 1 : m.first])
            ):
                continue  # "replace A by B": B comes in
            if (
                h.last < m.first
                and m.first - h.last <= 8
                and not any(
                    h.last < o.first < m.first and words[o.last + 1 : m.first].count(",") for o in mentions
                )
            ):
                turned, ranked = True, True
            elif h.first == clause.first and False:
                pass
        for h in self.sentence.has("preferred_to", clause.first, clause.last):
            phrase = words_of(self.sentence, h)
            if phrase == "over":
                left = [o for o in mentions if o.last < h.first and h.first - o.last <= 2]
                if (
                    left
                    and h.last < m.first
                    and m.first - h.last <= 3
                    or (
                        h.last < m.first
                        and m.first - h.last <= 3
                        and any(
                            w.startswith(("prefer", "favor", "choose", "chosen"))
                            for w in words[clause.first : h.first]
                        )
                    )
                ):
                    turned, ranked = True, True
            elif phrase in {"prefer"}:
                if "to" in words[h.last + 1 : m.first] and any(h.last < o.first < m.first for o in mentions):
                    turned, ranked = True, True
            elif phrase in {"is better", "are better"}:
                if "than" in words[h.last + 1 : m.first]:
                    turned, ranked = True, True
            elif h.last < m.first and m.first - h.last <= 6:
                turned, ranked = True, True
        for h in self.sentence.has("no_substitute", clause.first, clause.last):
            phrase = words_of(self.sentence, h)
            denied = (
                phrase.startswith(("no", "not", "can", "does", "cannot"))
                or phrase.startswith(("a ", "an ", "the ", "substitute"))
                and bool(self.sentence.has("negation", clause.first, clause.last))
            )
            if denied and m.last < h.first:
                neutral = True
        if (
            "without" in before[-3:]
            and not any(w in {",", ";"} for w in before[before.index("without") :])
            and not any(
                words[h.last] == "without" for h in self.sentence.has("against", clause.first, m.first)
            )
            and not any(
                words[p] == "without"
                for f in self.sentence.facts
                for p in range(f.first, f.last + 1)
                if m.first - p <= 4
            )
        ):
            turned = not turned
            ranked = False
        if (
            any(
                h.last < m.first
                and m.first - h.last <= 6
                and not any(h.last < f.first < m.first for f in self.sentence.facts)
                for h in self.sentence.has("except", clause.first, clause.last)
            )
            and clause.kind != "exception"
        ):
            turned = not turned
        article = {
            "a",
            "an",
            "the",
            "any",
            "this",
            "these",
            "that",
            "such",
            "his",
            "her",
            "their",
            "modern",
            "all",
            "some",
        }
        back = m.first - 1
        while back > clause.first and words[back] in article:
            back -= 1
        before = words[max(clause.first, back - 3) : back + 1] if back >= clause.first else []
        if clause.kind == "cause" and back == clause.first:
            before = []
        if before[-1:] == ["as"] and any(o.last < m.first for o in mentions):
            neutral = True  # "not advised as the first treatment": its role, not another one
        if (
            before[-1:] == ["on"]
            and len(before) > 1
            and before[-2]
            in {
                "rely",
                "embark",
                "insist",
                "settle",
                "decide",
                "keep",
                "put",
                "carry",
                "start",
                "started",
                "go",
                "based",
                "build",
                "focus",
                "agreed",
                "agree",
                "depend",
            }
        ):
            pass
        elif (
            before[-1:]
            and before[-1] in _ACTION_PREPOSITIONS
            or before[-2:-1]
            and before[-2] in {"during", "under", "despite", "while", "throughout"}
            or before[-2:] in (["while", "on"], ["spite", "of"], ["addition", "to"])
        ):
            neutral = True
        for h in self.sentence.has("change_of", clause.first, clause.last):
            successor = next((o for o in mentions if o.first > m.last), None)
            if (
                h.last < m.first
                and m.first - h.last <= 4
                and successor is not None
                and any(w in {"to", "by", "for", "with", "into"} for w in words[m.last + 1 : successor.first])
            ):
                neutral = True
        if (
            len(mentions) > 1
            and m is mentions[0]
            and before[-1:] in (["against"], ["on"])
            and before[-2:-1]
            and before[-2]
            in {
                "warning",
                "rule",
                "ban",
                "advice",
                "recommendation",
                "prohibition",
                "verdict",
                "case",
                "argument",
                "objection",
            }
        ):
            neutral = True
        if before[-1:] == ["from"] and any(
            w.startswith(("switch", "chang", "mov", "convert")) for w in words[clause.first : m.first]
        ):
            neutral = True
        if (
            before[-2:] in (["compared", "with"], ["compared", "to"], ["relative", "to"], ["next", "to"])
            or before[-1:] == ["than"]
            and before[-2:-1] != ["rather"]
            or before[-1:] in (["versus"], ["vs"])
        ):
            neutral = True
        return turned, ranked, neutral

    def _landmarks(self, clause: Clause, local: Sequence[Order]) -> list[Mention]:
        """Mentions that only date another one ("after the operation")."""
        found: list[Mention] = []
        for o in local:
            if (
                o.cue in {"before", "prior to", "ahead of", "in advance of", "earlier than", "sooner than"}
                and o.later is not None
            ):
                found.append(o.later)
            elif (
                o.cue
                in {
                    "after",
                    "following",
                    "once",
                    "until",
                    "till",
                    "as soon as",
                    "upon completion of",
                    "on completion of",
                    "subsequent to",
                    "later than",
                }
                and o.earlier is not None
            ):
                found.append(o.earlier)
        return found

    def _order_claims(
        self,
        clause: Clause,
        local: Sequence[Order],
        d: Direction,
        condition: Condition,
        base: dict[str, object],
        frame: str,
        heading: bool,
        mentions: Sequence[Mention],
    ) -> None:
        """Claims on which family comes first."""
        if (
            heading
            or frame == "asked"
            or kind_of(self.sentence, clause, Mention("", clause.first, clause.first), d) is not None
        ):
            return
        headed = [
            Order(m, None, True, "first", m.first)
            for m in mentions
            if any(h.first for h in self.headings)
            and not m.neighbour
            and not m.instead
            and m.id in self.vocabulary.interventions
        ]
        for o in [*headed[:1], *self._with_next_clauses(clause, local)]:
            self._sequence_claim(clause, o, d, condition, base, frame)
            families = [
                self.vocabulary.interventions[m.id].family if m is not None else None
                for m in (o.earlier, o.later)
            ]
            if families[0] == families[1] or "follow_up" in families:
                continue
            self._dated_claim(clause, o, families, d, condition, base, frame)
            if not o.firm:
                continue
            for key, intervention in self.vocabulary.interventions.items():
                order = intervention.order
                if (
                    order is None
                    or order.dated
                    or (families[0] or order.first) != order.first
                    or (families[1] or order.then) != order.then
                ):
                    continue
                if order.extensive and not (
                    any(e[0] == key for e in self.sentence.extensive)
                    or self._several_local(o, order.first)
                    and not d.hedged
                ):
                    continue
                anchor = o.earlier or o.later
                assert anchor is not None
                stance: Stance = "reported" if frame == "reported" else advice_of(d, False, False)
                delayed = bool(self.sentence.has("delay", clause.first, clause.last))
                if delayed and o.cue not in {"until", "till"} and not o.firm:
                    continue
                start, end = self._span(anchor)
                x, y = self.sentence.tokens[clause.first].start, self.sentence.tokens[clause.last].end
                if any(h.against for h in self.headings) and d.turns == 0:
                    stance = "against"
                self.out.claims.append(
                    Claim(
                        key,
                        stance,
                        start,
                        end,
                        condition=condition,
                        context_start=x,
                        context_end=y,
                        cues=(o.cue, *d.cues),
                        **base,
                    )
                )  # type: ignore[arg-type]

    def _dated_claim(
        self,
        clause: Clause,
        o: Order,
        families: Sequence[str | None],
        d: Direction,
        condition: Condition,
        base: dict[str, object],
        frame: str,
    ) -> None:
        """Advice against what has to follow ("... should not follow the operation")."""
        if (
            frame != "advice"
            or o.earlier is None
            or o.later is None
            or not d.against
            or self.sentence.has("delay", clause.first, clause.last)
        ):
            return
        for key, intervention in self.vocabulary.interventions.items():
            if (
                intervention.order is not None
                and intervention.order.dated
                and (intervention.order.first, intervention.order.then) == tuple(families)
            ):
                start, end = self._span(o.later)
                x, y = self.sentence.tokens[clause.first].start, self.sentence.tokens[clause.last].end
                self.out.claims.append(
                    Claim(
                        key,
                        advice_of(d, False, False),
                        start,
                        end,
                        condition=condition,
                        context_start=x,
                        context_end=y,
                        cues=(o.cue, *d.cues),
                        **base,
                    )
                )  # type: ignore[arg-type]

    def _landmark_pronouns(self, clause: Clause, spoken: Sequence[Mention]) -> list[Mention]:
        """ "should not follow it": what the pronoun behind a word of time stands for."""
        found: list[Mention] = []
        for index in range(clause.first + 1, clause.last + 1):
            if self.words[index] in {"it", "that", "this", "them"} and self.words[index - 1] in {
                "follow",
                "follows",
                "after",
                "before",
                "until",
                "following",
            }:
                earlier = [m.id for m in spoken if m.last < clause.first] or [
                    i for i in self.discourse.salient if i in self.vocabulary.interventions
                ][:1]
                if earlier:
                    found.append(Mention(earlier[-1], index, index))
        return found

    def _either_order(self, spoken: Sequence[Mention]) -> bool:
        """ "before or after": names two orders and advises neither; "the latter" may choose."""
        either = any(
            self.words[i : i + 3] in (["before", "or", "after"], ["after", "or", "before"])
            for i in range(len(self.words))
        )
        if either:
            for first, _then, together in self.vocabulary.sequences:
                if any(
                    m.id in self.vocabulary.interventions
                    and first in self.vocabulary.interventions[m.id].ancestors
                    for m in spoken
                ):
                    self._named_orders = (*self._named_orders, together)
            if "before" in self.words and self.words.index("before") < self.words.index("after"):
                self._named_orders = tuple(
                    sorted(
                        self._named_orders,
                        key=lambda t: next(n for n, s in enumerate(self.vocabulary.sequences) if s[2] == t),
                        reverse=True,
                    )
                )
        return either

    def _sequence_claim(
        self,
        clause: Clause,
        o: Order,
        d: Direction,
        condition: Condition,
        base: dict[str, object],
        frame: str,
    ) -> None:
        """Two interventions of one family in an order, where the vocabulary names that."""
        if (
            o.earlier is None
            or o.later is None
            or o.earlier.id not in self.vocabulary.interventions
            or o.later.id not in self.vocabulary.interventions
        ):
            return
        for first, then, together in self.vocabulary.sequences:
            if (
                first in self.vocabulary.interventions[o.earlier.id].ancestors
                and then in self.vocabulary.interventions[o.later.id].ancestors
            ):
                stance: Stance = "reported" if frame == "reported" else advice_of(d, False, False)
                if any(h.against for h in self.headings) and d.turns == 0:
                    stance = "against"
                start, end = self._span(o.later)
                x, y = self.sentence.tokens[clause.first].start, self.sentence.tokens[clause.last].end
                self.out.claims.append(
                    Claim(
                        together,
                        stance,
                        start,
                        end,
                        condition=condition,
                        context_start=x,
                        context_end=y,
                        cues=(o.cue, *d.cues),
                        **base,
                    )
                )  # type: ignore[arg-type]

    def _with_next_clauses(self, clause: Clause, local: Sequence[Order]) -> list[Order]:
        """Orders of the clause, with those that "then" makes with the clause before."""
        found = list(local)
        mentions = self._mentions_in(clause)
        if (
            clause.joiner in {"then"}
            or self.words[clause.first : clause.first + 1] == ["then"]
            or self.words[clause.first : clause.first + 2]
            in (["and", "then"], ["only", "then"], ["afterwards"])
        ):
            earlier = [
                m for m in self.mentions if m.last < clause.first and not m.neighbour and not m.instead
            ]
            later = [m for m in mentions if not m.neighbour and not m.instead]
            if earlier and later and not any(o.earlier and o.later for o in found):
                found.append(Order(earlier[-1], later[0], True, "then", clause.first))
        return found

    def _several_local(self, o: Order, family: str) -> bool:
        if o.earlier is None:
            return False
        local = [
            m
            for m in self.mentions
            if not m.neighbour
            and not m.instead
            and self.vocabulary.interventions[m.id].family == family
            and m is not o.later
            and m.first <= o.at
        ]
        if self.sentence.has("weak"):
            return False  # "consider a stent and radiotherapy": a choice, no programme
        joined = [
            b
            for a, b in zip(local, local[1:])
            if a.id != b.id
            and "and" in self.words[a.last : b.first]
            and "or" not in self.words[a.last : b.first]
            and b.first - a.last <= 5
        ]
        return any(b is o.earlier or b.first > o.earlier.first for b in joined)

    def _exception_mentions(self, clause: Clause, previous: Direction | None) -> None:
        """ "all of them except X": X is turned round."""
        if (
            previous is None
            or self._frame(clause) != "advice"
            or self.words[clause.first] == "unless"
            or has_predicate(self.sentence, clause.first, clause.last)
        ):
            return
        for m in self._mentions_in(clause):
            stance: Stance = "weakly advised" if previous.against else "against"
            start, end = self._span(m)
            if not m.instead and not m.questions_only:
                self.out.claims.append(
                    Claim(
                        m.id,
                        stance,
                        start,
                        end,
                        condition=both(*(h.condition for h in self.headings)),
                        asserted=self.discourse.asserted,
                        neighbour=m.neighbour,
                        sentence=self.number,
                        context_start=start,
                        context_end=end,
                        cues=("except",),
                    )
                )

    def _answer_claims(self) -> None:
        """A bare yes or no takes over what was asked."""
        if self.out.says is None or not self.discourse.asked_claims:
            return
        tokens = self.sentence.tokens
        covered = {c.intervention for c in self.out.claims if c.stance not in {"mentioned", "asked"}}
        for asked in self.discourse.asked_claims:
            if asked.stance != "asked" or asked.intervention in covered or asked.implied:
                continue
            if (
                any(
                    w.split()[0]
                    in {
                        "only",
                        "restricted",
                        "reserved",
                        "limited",
                        "the",
                        "solely",
                        "exclusively",
                        "confined",
                    }
                    for w in asked.cues
                )
                or self._or_question()
            ):
                continue
            against = "(against)" in asked.cues
            stance: Stance = "against" if against != (self.out.says == "no") else "advised"
            self.out.claims.append(
                replace(
                    asked,
                    stance=stance,
                    start=tokens[0].start,
                    end=tokens[0].end,
                    context_start=tokens[0].start,
                    context_end=tokens[-1].end,
                    sentence=self.number,
                    cues=(self.out.says,),
                    strong=True,
                )
            )

    def _dependence(self) -> None:
        """ "Whether A can be given depends on the test": it is not for everybody, whoever that is."""
        if self.question or self.sentence.has("negation"):
            return
        for h in self.sentence.has("only"):
            if words_of(self.sentence, h) not in {
                "depends on",
                "hinges on",
                "dependent on",
                "conditional on",
                "contingent on",
                "is tied to",
                "are tied to",
            }:
                continue
            for name, first, _last in self.sentence.subjects:
                axis = self.vocabulary.subject_axes.get(name)
                if axis is None or not 0 < first - h.last <= 5:
                    continue
                for m in self.mentions:
                    if m.last < h.first and not m.neighbour and not m.instead:
                        start, end = self._span(m)
                        self.out.claims.append(
                            Claim(
                                m.id,
                                "against",
                                start,
                                end,
                                condition=negation(axis),
                                implied=True,
                                restrictors=2,
                                sentence=self.number,
                                context_start=start,
                                context_end=end,
                                cues=(words_of(self.sentence, h),),
                            )
                        )

    def _or_question(self) -> bool:
        """ "A or B?" cannot be answered by yes or no."""
        return len({c.intervention for c in self.discourse.asked_claims}) > 2

    def _by_ordinal(self, clause: Clause, mentions: Sequence[Mention]) -> Condition | None:
        """ "The first is ..., the second ...": the facts of the sentence before, one by one."""
        pair = self.discourse.fact_pair
        if len(pair) != 2:
            return None
        for name, condition in (("former", pair[0]), ("latter", pair[1])):
            hits = self.sentence.has(name, clause.first, clause.last)
            if hits and not any(h.first <= m.first <= h.last for m in mentions for h in hits):
                return condition
        return None

    def _endorse_or_reject(self) -> None:
        if self.question:
            return
        own = [c for c in self.out.claims if c.stance not in {"mentioned", "asked"}]
        if self.sentence.has("endorse") and not self.sentence.has("negation"):
            for index, claim in enumerate(self.out.claims):
                if claim.stance == "reported":
                    self.out.claims[index] = replace(
                        claim, stance="against" if "(against)" in claim.cues else "advised", strong=True
                    )
            if not own:
                self.out.withdraws = "endorse"
        elif self.sentence.has("reject") and (not own or not self.mentions):
            if not self.mentions and not self.sentence.has("reported_frame"):
                self.out.claims = [c for c in self.out.claims if c.stance in {"mentioned", "asked"}]
                self.out.withdraws = "reject"

    # --- context ------------------------------------------------------------------------------------

    def _anaphoric(self) -> bool:
        hits = self.sentence.has("anaphora")
        for index, word in enumerate(self.words[:-1]):
            if word in {"such", "these", "those", "them"} and self.words[index + 1] in {
                "tumor",
                "tumors",
                "patients",
                "patient",
                "cases",
                "case",
                "disease",
                "people",
                "cancers",
            }:
                return True
        return bool(hits) and hits[0].first <= 2

    def _goes_on(self, mentions: Sequence[Mention]) -> bool:
        """A sentence that names nobody goes on about the patients of the sentence before."""
        return self.discourse.condition != ALWAYS

    def _span(self, m: Mention) -> tuple[int, int]:
        tokens = self.sentence.tokens
        return tokens[m.first].start, tokens[m.last].end

    def _move_on(self) -> None:
        d = self.discourse
        stances = [c for c in self.out.claims if c.advises or c.opposes]
        d.last_against = stances[-1].opposes if stances else None
        named = tuple(dict.fromkeys(m.id for m in self.mentions if not m.instead and not m.questions_only))
        if named:
            d.salient = named
            if len(named) >= 2:
                d.pair = named[-2:]
        if len(set(self._named_orders)) == 2:
            d.pair = tuple(dict.fromkeys(self._named_orders))
        subjects = [n for n, _f, _l in self.sentence.subjects]
        for name in ("primary", "metastases", "bone_metastasis", "brain_metastasis"):
            if name in subjects:
                d.subject = name
        if self.question:
            return
        conditions: list[Condition] = []
        supposed: list[Condition] = []
        asserted: list[Condition] = []
        for c in self.clauses:
            scope = scope_of(self.sentence, c, bool(self._mentions_in(c)))
            if c.kind == "condition":
                supposed.append(scope.condition)
            elif c.kind != "exception":
                conditions.append(scope.condition)
            if scope.only is not None:
                conditions.append(scope.only)
            asserted.append(scope.asserted)
        condition = next((c for c in conditions if c != ALWAYS), ALWAYS)
        if (
            not self.mentions
            and condition != ALWAYS
            and self.block == "paragraph"
            and not any(has_predicate(self.sentence, c.first, c.last) for c in self.clauses)
            and self.words[-1:] != [":"]
        ):
            asserted.append(both(*conditions))  # a note: "Perforated primary, ECOG 1."
            condition = ALWAYS
        asserts = both(*asserted) if asserted else ALWAYS
        facts = [f for f in self.sentence.facts]
        if len(facts) >= 2:
            d.fact_pair = tuple(f.condition for f in facts[-2:])
        if condition != ALWAYS or supposed:
            d.condition, d.supposed = condition, both(*supposed)
        elif asserts != ALWAYS:
            d.condition = d.supposed = ALWAYS
        if asserts != ALWAYS:
            kept = d.asserted if not axes_of(d.asserted) & axes_of(asserts) else ALWAYS
            d.asserted = both(kept, asserts)


__all__ = ["Discourse", "Heading", "Read", "join", "read_sentence"]
