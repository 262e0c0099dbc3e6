"""The README's promise to a newcomer."""

import re

from tests.environment import ROOT


def test_the_first_code_block_of_the_readme_holds_exactly_the_two_commands() -> None:
    blocks = re.findall(
        r"^```\w*\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert blocks[0].splitlines() == ["python3 manage.py demo", "python3 manage.py test"]


def test_every_file_that_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\(([^):#]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
