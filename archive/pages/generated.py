"""What Python a template becomes: less careful than Jinja's own where these templates need no care."""

from __future__ import annotations

import re

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape

#: What must not stand in a page as it is.
SPECIAL = re.compile("[&<>\"']")


def written(value: object) -> str:
    """The value as it stands in the page. Most have nothing to escape, and need not be wrapped as markup."""
    if type(value) is int:
        return str(value)
    if type(value) is str and not SPECIAL.search(value):
        return value
    return escape(value)


class Plain(CodeGenerator):
    """“a.b” is at once what it is in Python: templates are given values, no tables that “b” could be in."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """The hook that Jinja's own NativeCodeGenerator takes too."""
        self.write("environment.written(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")
