"""Documents as they come from the web or from an editor's disk."""

from __future__ import annotations

from base64 import b64encode

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000" + "1f15c4890000000d49444154789c6360606060"
    "0000000500015e9c0b0f0000000049454e44ae426082"
)


def pdf(text: str) -> bytes:
    """The smallest PDF that says this, in ASCII."""
    drawn = f"BT /F1 12 Tf 10 100 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    written, places = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(written) + end % (size, table, size, len(written))


def page(*paragraphs: str, title: str = "Blast kills 85") -> bytes:
    said = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><nav><a href=/>Home</a></nav><article>{said}</article><script>x()</script></body></html>"
    ).encode()


def bundle(content: bytes) -> bytes:
    """A page as browsers save it in one file."""
    head = (
        b"From: <Saved by a browser>\nSubject: A page\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="x"\n\n--x\n'
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    )
    return head + b64encode(content) + b"\n--x\nContent-Type: text/css\n\na {}\n--x--\n"
