"""What a template says, put in its place in the language at hand while the template is compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext, pgettext
from jinja2 import nodes
from jinja2.visitor import NodeTransformer

#: What stands in for a value.
GAP = re.compile(r"%\((\w+)\)s")


class Translating(NodeTransformer):
    """Puts each marked text into the template, but for those of a number of things."""

    def visit_Output(self, node: nodes.Output) -> nodes.Output:
        self.generic_visit(node)
        node.nodes = [part for each in node.nodes for part in _parts(each)]
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:
        self.generic_visit(node)
        return nodes.Concat(list(said), lineno=node.lineno) if (said := _said(node)) else node


def _parts(node: nodes.Expr) -> list[nodes.Expr]:
    """One after another, as they are written out."""
    return node.nodes if isinstance(node, nodes.Concat) else [node]


def _said(node: nodes.Call) -> list[nodes.Expr]:
    """The text of a mark in pieces, with its values between them; nothing of other calls."""
    texts = [each.value for each in node.args if isinstance(each, nodes.Const)]
    match node.node, texts:
        case nodes.Name(name="_" | "gettext"), [text]:
            return list(_pieces(gettext(text), _values(node)))
        case nodes.Name(name="pgettext"), [context, text]:
            return list(_pieces(pgettext(context, text), _values(node)))
    return []


def _values(node: nodes.Call) -> Mapping[str, nodes.Expr]:
    return {each.key: each.value for each in node.kwargs}


def _pieces(text: str, values: Mapping[str, nodes.Expr]) -> Iterator[nodes.Expr]:
    """The text as markup, which translators write; a value is escaped where it is none."""
    between = GAP.split(text)
    for words, name in zip(between[::2], [*between[1::2], ""], strict=True):
        if words:
            yield nodes.MarkSafe(nodes.Const(words.replace("%%", "%")))
        if name:
            yield values[name]
