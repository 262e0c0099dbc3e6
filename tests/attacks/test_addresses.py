"""However an address is spelt and whatever is said beside it, the public process leads nobody to the desk."""

from __future__ import annotations

import pytest

from tests.attacks.raw import Answer, ask

#: Spellings of an address of the desk that some proxy, framework or file system takes for it.
SPELLINGS = r"""
/desk /desk/ /desk/login/ /Desk/ /DESK/login/ /desk. /desk./ /desk/. /desk//login/ //desk/
///desk/login/ /./desk/ /.//desk/ /x/../desk/ /incidents/../desk/ /../desk/ /%64esk/ /%2564esk/
/%2Fdesk/ /%2fdesk%2flogin%2f /desk%2Flogin/ /desk%2f /%2e/desk/ /x/%2e%2e/desk/ /x%2f..%2fdesk/
/x/..%2fdesk/ /x/..;/desk/ /;/desk/ /desk;x=1/login/ /desk%00/ /desk%20/ /desk%09/ /desk%0a/
/desk%0d%0aX:1/ /desk%3f/ /desk%23/ /desk%5c /\desk\login /x/..\desk/ /%5cdesk/ /%c0%afdesk/
/%ef%bc%8fdesk/ /desk%e2%88%95login/ /%ef%bd%84esk/ /de%c5%bfk/ /des%e2%84%aa/ /desk%cc%88/
/d%65%73k/ /desk%c2%a0/ /%c4%91esk/ /ur/desk/ /en/desk/ /ur/../desk/ /ur//desk/login/
/api/v1/../../desk/ /api/v1/desk/ /static/../desk/ /static/%2e%2e/desk/ /healthz/../desk/
/healthz/desk/ /readyz%2fdesk/ /desk/login/?next=/desk/ /?path=/desk/ /desk.json /desk/login.json
/desk/incidents/incident/1/ http://desk.internal/desk/ http://archive.example.org/desk/
https://127.0.0.1:8001/desk/login/
"""
FILES = r"""
/static/../archive/wsgi.py /static/%2e%2e/archive/wsgi.py
/static/..%2f..%2farchive/wsgi.py /static//etc/passwd
/static/%2fetc/passwd /static/..%5c..%5carchive/wsgi.py /.env /.git/config /data/../../etc/passwd
/releases/..%2f..%2fetc/passwd /data/%2e%2e%2f%2e%2e%2fetc%2fpasswd/
"""
#: What some frameworks and proxies take for the address, the method, the application's place or the reader.
HEADERS = """\
X-Original-URL: /desk/
X-Rewrite-URL: /desk/login/
X-Forwarded-Uri: /desk/
X-Forwarded-Path: /desk/
X-Forwarded-Prefix: /desk
X-Script-Name: /desk
SCRIPT_NAME: /incidents
SCRIPT-NAME: /incidents
PATH_INFO: /desk/
PATH-INFO: /desk/
REQUEST_URI: /desk/
X-HTTP-Method-Override: POST
X-HTTP-Method: PUT
REMOTE_USER: anna
REMOTE-USER: anna
X-Remote-User: anna
Authorization: Basic YW5uYTphbm5h
Cookie: sessionid=0123456789abcdef0123456789abcdef
X-Forwarded-Port: 9100
X-Forwarded-Proto: https
X-Forwarded-Protocol: ssl
X-Forwarded-Ssl: on
X-Forwarded-For: 127.0.0.1
X-Real-IP: 127.0.0.1
"""
METHODS = ["POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "DESK"]


def leads_to_the_desk(answer: Answer) -> bool:
    """Whether it is the desk's, or sends a reader there."""
    location = answer.headers.get("Location", "")
    own = location == "" or (location.startswith("/") and not location.startswith("//"))
    return "/desk/login" in location or not own or any(map(answer.says, ("sessionid", 'type="password"')))


@pytest.mark.usefixtures("committed")
def test_no_spelling_of_an_address_leads_to_the_desk_or_to_a_file_of_the_machine(port: int) -> None:
    answers = {address: ask(port, address) for address in (SPELLINGS + FILES).split()}

    assert {address: one for address, one in answers.items() if leads_to_the_desk(one)} == {}
    odd = {address: one.status for address, one in answers.items() if one.status not in (301, 302, 400, 404)}
    assert odd == {"/?path=/desk/": 200}
    assert not [one for one in answers.values() if one.says("root:x:") or one.says("get_wsgi_application")]


@pytest.mark.usefixtures("committed")
def test_nothing_that_is_said_beside_an_address_changes_what_is_answered(port: int) -> None:
    address = "/incidents/k7m2qa/history/"
    plain = ask(port, address)
    answers = {header: ask(port, address, header) for header in HEADERS.splitlines()}
    written = {method: ask(port, address, method=method).status for method in METHODS}

    assert plain.status == 200
    assert {header: one.status for header, one in answers.items() if one.body != plain.body} == {}
    assert not [one for one in answers.values() if leads_to_the_desk(one)]
    assert set(written.values()) <= {400, 403, 404, 405, 501}
