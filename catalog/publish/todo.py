"""The to-do lists of bodies, told on a terminal, in Markdown or to a machine, and their files."""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias

from markupsafe import Markup

from catalog.publish.environment import environment
from catalog.publish.explain import Asked
from catalog.publish.explained import model_told
from catalog.publish.pages import body_views
from catalog.publish.plain import markdown
from catalog.publish.ready import ready
from catalog.publish.signals import as_json
from catalog.publish.terminal import plainly, terminal
from catalog.publish.views.edition import Edition
from catalog.publish.views.project import ProjectView
from catalog.publish.views.todo import SHOWN, ActionView, TodoView

Format: TypeAlias = Literal["text", "json", "markdown"]
MOST = 10  # projects of one act that text names


class Kept(NamedTuple):
    """Files that were written, and those that were there and are as they were."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def lists(asked: Asked) -> tuple[TodoView, ...]:
    """Return the to-do list of the body that is asked about, or of every body with projects.

    Raises:
        NoSuchBodyError: the catalogue has no such body.
    """
    edition = asked.shown
    views = body_views(edition, tuple(ProjectView(p, edition) for p in edition.projects))
    return tuple(view.todo for view in views if view.projects)


def told(views: Sequence[TodoView], edition: Edition, output_format: Format) -> str:
    """Tell them."""
    if output_format == "json":
        return json.dumps(_json(views, edition), ensure_ascii=False, indent=2)
    if output_format == "markdown":
        return "\n\n".join(_markdown(view) for view in views)
    names = {"shown": SHOWN, "most": MOST}
    spoken = edition.language
    return "\n\n\n".join(terminal(spoken, "todo.txt", view=view, **names) for view in views)


def write(views: Sequence[TodoView], folder: Path) -> Kept:
    """Write the ready files, a folder a body where there are several; what is there is kept."""
    written, kept = [], []
    for view in views:
        place = folder / view.id if len(views) > 1 else folder
        for name, text in ready(view, plainly(environment(view.edition.language))):
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with path.open("x", encoding="utf-8", newline="\n") as file:
                    file.write(text)
                written.append(path)
            except FileExistsError:
                kept.append(path)
    return Kept(tuple(written), tuple(kept))


def _markdown(view: TodoView) -> str:
    spoken = environment(view.edition.language).overlay(finalize=_harmless)
    rendered = spoken.get_template("todo.md").render(view=view, shown=SHOWN, most=MOST, link=_link)
    return re.sub(r"\n{2,}(?=\s*- )", "\n", rendered).strip()


def _harmless(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(markdown(value))  # noqa: S704 - every sign of it is escaped


def _link(href: str) -> Markup:
    """Write an address so that no bracket ends it; it is an https one by now."""
    return Markup(href.replace("(", "%28").replace(")", "%29"))  # noqa: S704


def _json(views: Iterable[TodoView], edition: Edition) -> dict[str, Any]:
    return {
        "version": 1,
        "model": model_told(edition).model_dump(),
        "today": edition.today.isoformat(),
        "bodies": [
            {
                "body": view.id,
                "actions": [_action(act) for act in view.actions],
                "confirm": [as_json(one.signal, edition) for one in view.to_confirm],
            }
            for view in views
        ],
    }


def _action(act: ActionView) -> dict[str, Any]:
    return {
        "check": act.check.id,
        "scope": act.scope,
        "owner": act.action.key.owner,
        "file": act.file,
        "advice": act.check.advice,
        **{
            effect: [
                {
                    "project": one.project.id,
                    "level": one.lift.level,
                    "left": one.lift.left,
                    "where": [spot._asdict() for spot in one.spots(act.check.id)],
                }
                for one in act.of(effect)
            ]
            for effect in ("reaches", "closer", "later")
        },
    }
