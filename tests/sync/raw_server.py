"""A loopback server that says exactly what a test tells it to, byte by byte, with or without TLS."""

from __future__ import annotations

import contextlib
import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

Answer = Callable[[socket.socket, str], None]


def whole(status: str, body: bytes, *headers: str) -> bytes:
    """A complete HTTP/1.1 answer that ends the connection."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def saying(status: str, body: bytes, *headers: str) -> Answer:
    """An answer that is the same for every request."""
    return lambda connection, _: connection.sendall(whole(status, body, *headers))


@contextlib.contextmanager
def raw_server(answer: Answer, tls: ssl.SSLContext | None = None) -> Iterator[tuple[str, list[str]]]:
    """Serve ``answer`` on loopback; gives the address and the heads of the requests that came in."""
    listener = socket.create_server(("127.0.0.1", 0))
    heads: list[str] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=_serve_one, args=(connection, answer, tls, heads), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    scheme = "https" if tls else "http"
    try:
        yield f"{scheme}://127.0.0.1:{listener.getsockname()[1]}", heads
    finally:
        listener.close()


def _serve_one(
    connection: socket.socket, answer: Answer, tls: ssl.SSLContext | None, heads: list[str]
) -> None:
    with contextlib.suppress(OSError, ssl.SSLError), connection:
        stream = tls.wrap_socket(connection, server_side=True) if tls else connection
        head = b""
        while b"\r\n\r\n" not in head:
            head += stream.recv(65536)
        heads.append(head.decode("latin-1"))
        answer(stream, head.decode("latin-1"))
        with contextlib.suppress(OSError):
            stream.shutdown(socket.SHUT_RDWR)


def self_signed(folder: Path) -> ssl.SSLContext:
    """A server context with a certificate that nobody trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context
