"""Commands about questions and their records: `ask`, `search`, `show` and `replay`."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.arguments import AsJson, Facts, Pack, checked, one_and_facts, stdin


def ask(
    words: Annotated[
        list[str], typer.Argument(metavar="QUESTION", help="The question; - reads it from standard input.")
    ],
    patient: Facts = None,
    pack: Pack = None,
    as_json: AsJson = False,
) -> None:
    """Answer one question in the terminal."""
    from answering.consultation import Consultations
    from api import terminal
    from api.bodies import ChatBody, check_patient
    from api.settings import read_settings
    from api.wiring import open_desk, open_pack, open_store

    question, facts = one_and_facts("question", words, patient)
    if question == "-":
        question = stdin()
    settings = read_settings(pack=pack)
    body = checked(ChatBody, message=question, patient=facts)
    loaded = open_pack(settings)
    check_patient(facts, loaded.algorithm)
    with terminal.waiting("loading"):
        desk = open_desk(settings, loaded)
        desk.verify()
        store = open_store(settings)
        response = Consultations(desk.responder, store).ask_once(body.message, facts)
        store.close()
    if as_json:
        terminal.print_json(response)
    else:
        terminal.print_answer(response)


def search(
    query: Annotated[str, typer.Argument(help="What to look for; - reads it from standard input.")],
    k: Annotated[int, typer.Option("-k", min=1, max=50, help="How many passages.")] = 10,
    pack: Pack = None,
    as_json: AsJson = False,
) -> None:
    """Show the passages that bear most on a query, with their ranks and scores."""
    from api import terminal
    from api.bodies import RetrieveBody
    from api.settings import read_settings
    from api.wiring import open_desk, open_pack

    body = checked(RetrieveBody, query=stdin() if query == "-" else query, k=k)
    settings = read_settings(pack=pack)
    with terminal.waiting("loading"):
        desk = open_desk(settings, open_pack(settings))
        desk.verify()
        passages = desk.search(body.query, body.k)
    if as_json:
        terminal.print_json(passages)
    else:
        terminal.print_passages(passages)


def show(answer_id: Annotated[str, typer.Argument(metavar="ANSWER_ID")], as_json: AsJson = False) -> None:
    """Show a recorded answer with everything it rested on."""
    from api import terminal
    from api.settings import read_settings
    from api.wiring import open_store

    store = open_store(read_settings())
    record = store.record(answer_id).to_json()
    rating = store.rating(answer_id)
    store.close()
    record["rating"] = None if rating is None else {"rating": rating[0], "reason": rating[1]}
    if as_json:
        terminal.print_json(record)
    else:
        terminal.print_record(record)


def replay(
    answer_id: Annotated[str, typer.Argument(metavar="ANSWER_ID")], pack: Pack = None, as_json: AsJson = False
) -> None:
    """Answer a recorded question again: do today's versions give the same? Exit code 1 when they do not."""
    from answering import consultation
    from api import terminal
    from api.settings import read_settings
    from api.wiring import open_desk, open_pack, open_store

    settings = read_settings(pack=pack)
    store = open_store(settings)
    record = store.record(answer_id)
    store.close()
    with terminal.waiting("loading"):
        desk = open_desk(settings, open_pack(settings))
        desk.verify()
        found = consultation.replay(record, desk.responder)
    if as_json:
        terminal.print_json(found.to_json())
    else:
        terminal.print_replay(found.to_json())
    raise typer.Exit(not found.same)
