"""What the documents promise: to a newcomer, and that there is whatever they name."""

import re

import pytest

from tests.environment import ROOT, variables

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "GROWING.md", "OPERATIONS.md", "SECURITY.md")
#: Commands that come with Django, and the one that the file manage.py itself knows.
OTHERS = {"changepassword", "check", "collectstatic", "makemigrations", "migrate", "runserver", "test"}


def test_the_first_code_block_of_the_readme_holds_exactly_the_two_commands() -> None:
    blocks = re.findall(
        r"^```\w*\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert blocks[0].splitlines() == ["python3 manage.py demo", "python3 manage.py test"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_a_document_links_to_exists(name: str) -> None:
    links = re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", (ROOT / name).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_test_that_a_document_names_exists(name: str) -> None:
    named = re.findall(r"`(tests/[\w/.-]+)`", (ROOT / name).read_text("utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_that_a_document_names_exists(name: str) -> None:
    named = set(re.findall(r"manage\.py ([a-z_]+)", (ROOT / name).read_text("utf-8")))
    ours = {path.stem for path in ROOT.glob("*/management/commands/*.py")}
    assert named - ours <= OTHERS


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_module_that_a_document_runs_exists(name: str) -> None:
    named = re.findall(r"python -m ((?:tests|archive)[\w.]*)", (ROOT / name).read_text("utf-8"))
    paths = [ROOT / module.replace(".", "/") for module in named]
    assert [path for path in paths if not (path.is_dir() or path.with_suffix(".py").exists())] == []


#: A word of the kind that settings are, and one that is given a value, as in a shell; a file may hold each.
SETTING = re.compile(r"(?<![\w/.])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?![\w…])")
GIVEN = re.compile(r"(?<![\w/?&-])([A-Z][A-Z_]+)=\S")
#: Variables that no setting is made of: gunicorn's, and those of commands and of the compose file.
READ = re.compile(r"(?:environ|ByFile\(\))\.get\(\"([A-Z_]+)\"|\$\{([A-Z_]+)")
CONSTANT = re.compile(r"^([A-Z][A-Z_]+)(?::[^=]+)? = ", re.MULTILINE)


def code(*endings: str) -> str:
    return "\n".join(path.read_text("utf-8") for ending in endings for path in ROOT.glob(ending))


def read() -> set[str]:
    """Every variable that something here reads."""
    found = READ.findall(code("docker-compose.yml", "archive/**/*.py", "tests/**/*.py"))
    return {name for pair in found for name in pair} | variables() | of_the_image()


def of_the_image() -> set[str]:
    """What the image sets for others to read: Python, and the C library below it."""
    told = re.findall(r"^ENV (?:.*\\\n)*.*", code("Dockerfile"), re.MULTILINE)
    return {name for line in told for name in GIVEN.findall(line)}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_setting_and_every_constant_that_a_document_names_exists(name: str) -> None:
    named = {one.removesuffix("_FILE") for one in SETTING.findall((ROOT / name).read_text("utf-8"))}
    known = read() | {*CONSTANT.findall(code("archive/**/*.py", "incidents/**/*.py", "sources/**/*.py"))}
    assert named - known - {"LC_MESSAGES"} == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_variable_that_a_document_gives_a_value_is_read(name: str) -> None:
    given = {one.removesuffix("_FILE") for one in GIVEN.findall((ROOT / name).read_text("utf-8"))}
    assert given - read() == set()
