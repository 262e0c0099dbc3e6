"""Requests that hide another one, which some proxy or server would take for the next of the same connection.

https://portswigger.net/web-security/request-smuggling, https://www.rfc-editor.org/rfc/rfc9112#section-11.2
"""

from __future__ import annotations

from tests.attacks.raw import HOST

#: Ways to say that a body is chunked which not everybody reads alike; then what is true of the length.
CHUNKED = {
    "plain": "Transfer-Encoding: chunked",
    "in capitals": "TRANSFER-ENCODING: CHUNKED",
    "another word": "Transfer-Encoding: xchunked",
    "space before the colon": "Transfer-Encoding : chunked",
    "tab after the colon": "Transfer-Encoding:\tchunked",
    "vertical tab": "Transfer-Encoding:\x0bchunked",
    "space before the name": " Transfer-Encoding: chunked",
    "folded": "Transfer-Encoding:\r\n chunked",
    "quoted": 'Transfer-Encoding: "chunked"',
    "twice": "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
    "two in one": "Transfer-Encoding: chunked, identity",
    "two in one, turned": "Transfer-Encoding: identity, chunked",
    "after a bare line feed": "X: x\nTransfer-Encoding: chunked",
    "after a bare carriage return": "X: x\rTransfer-Encoding: chunked",
    "underscore": "Transfer_Encoding: chunked",
    "named as a hop": "Transfer-Encoding: chunked\r\nConnection: Transfer-Encoding",
    "a null byte": "Transfer-Encoding: chunked\x00",
    "in Latin": "Transfer-Encoding: ch\xfcnked",
}
LENGTHS = {
    "of nothing": "Content-Length: 0",
    "two that differ": "Content-Length: 0\r\nContent-Length: {length}",
    "two that differ, turned": "Content-Length: {length}\r\nContent-Length: 0",
    "two in one": "Content-Length: 0, {length}",
    "signed": "Content-Length: +0",
    "below nothing": "Content-Length: -1",
    "in hexadecimal": "Content-Length: 0x0",
    "with an underscore": "Content-Length: {length}\r\nContent_Length: 0",
    "space before the colon": "Content-Length : {length}",
    "space within": "Content-Length: 0 {length}",
    "space before the name": "X: x\r\n Content-Length: {length}",
    "named as a hop": "Content-Length: {length}\r\nConnection: Content-Length",
    "far too long": "Content-Length: 18446744073709551616",
    "expected": "Content-Length: {length}\r\nExpect: 100-continue",
    "in other digits": "Content-Length: \xb2",
}
#: Beginnings of a chunked body that ends at once for some.
ENDS = {
    "extension": "0;a=b\r\n\r\n",
    "extension with a line feed": "0;a\nb\r\n\r\n",
    "bare line feeds": "0\n\n",
    "bare carriage return": "0\r\r\n\r\n",
    "in another notation": "0x0\r\n\r\n",
    "signed": "+0\r\n\r\n",
    "space before": " 0\r\n\r\n",
    "too many digits": "00000000000000000000000000000000\r\n\r\n",
    "a number that turns over": "10000000000000000\r\n\r\n",
    "underscore": "0_0\r\n\r\n",
    "trailer": "0\r\nContent-Length: 5\r\nHost: evil.example\r\n\r\n",
    "a chunk without its end": "1\r\nZ0\r\n\r\n",
}
REQUEST_LINES = {
    "a line feed in the address": "GET / HTTP/1.1\nHost: {host}\n\n",
    "no version": "GET /\r\n",
    "two spaces": "GET  /  HTTP/1.1\r\nHost: {host}\r\n\r\n",
    "another version": "GET / HTTP/1.10\r\nHost: {host}\r\n\r\n",
    "the whole address": "GET http://{host}/ HTTP/1.1\r\nHost: {host}\r\n\r\n",
    "HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "an upgrade": "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade, HTTP2-Settings\r\n"
    "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n",
}


def attacks() -> dict[str, bytes]:
    """Each by what it does, with the request that it hides."""
    hidden = "GET /desk/smuggled/ HTTP/1.1\r\nHost: {host}\r\nX: "
    chunk = f"{len(hidden.format(host=HOST)):x}\r\n{hidden}\r\n0\r\n\r\n"
    found = {}
    for name, line in CHUNKED.items():
        found[f"chunked, {name}: the length holds"] = _posted(line, f"0\r\n\r\n{hidden}", "{length}")
        found[f"chunked, {name}: the chunks hold"] = _posted(line, chunk, "4")
    found |= {f"length, {name}": _posted(line, hidden) for name, line in LENGTHS.items()}
    found |= {f"chunk, {name}": _posted(CHUNKED["plain"], end + hidden) for name, end in ENDS.items()}
    found |= {f"line, {name}": line + hidden for name, line in REQUEST_LINES.items()}
    return {name: text.replace("{host}", HOST).encode("latin-1") for name, text in found.items()}


def _posted(line: str, body: str, length: str = "") -> str:
    """A form with this body; `length`: what is said of its length beside the line, if anything."""
    measured = str(len(body.replace("{host}", HOST)))
    lines = [line] + ([f"Content-Length: {length}"] if length else [])
    head = "\r\n".join(["POST /about/corrections/ HTTP/1.1", "Host: {host}", *lines, "", ""])
    return head.replace("{length}", measured) + body
