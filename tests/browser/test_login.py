"""Coming to the desk, and leaving it."""

from tests.browser.desk import Desk


def test_an_editor_comes_to_the_desk_and_leaves_it(desk: Desk) -> None:
    desk.log_in_as("editor")
    desk.press("Log out")

    desk.open("/desk/")
    desk.reads_title("Log in")
