"""The pictures of posts: found in the image folder, measured first, decoded off the main thread."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from sync.images import ImageFolder
from widgets.background import Background

MOST_PIXELS = 16_000_000
FORMATS = frozenset({b"png", b"jpeg", b"webp", b"gif"})
_CACHE_BYTES = 48_000_000


class Pictures(QObject):
    """Pictures by key. ``ready(key)`` follows when one that was asked for has been decoded."""

    ready = Signal(str)

    def __init__(self, background: Background, folder: ImageFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._folder = folder
        self._sizes: dict[str, QSize] = {}
        self._decoded: OrderedDict[tuple[str, int, int], QImage] = OrderedDict()
        self._bytes = 0
        self._pending: set[tuple[str, int, int]] = set()

    def size(self, key: str) -> QSize | None:
        """The picture's own size in pixels; ``None`` when it is not here or not one that is shown."""
        known = self._sizes.get(key)
        if known is None:
            path = self._folder.find(key)
            size = measured(path) if path is not None else None
            if size is None:
                return None
            known = self._sizes[key] = size
        return known

    def image(self, key: str, pixels: QSize) -> QImage | None:
        """The picture at exactly ``pixels``, or ``None`` now and ``ready`` later."""
        wanted = (key, pixels.width(), pixels.height())
        found = self._decoded.get(wanted)
        if found is not None:
            self._decoded.move_to_end(wanted)
            return found
        path = self._folder.find(key)
        if path is not None and wanted not in self._pending:
            self._pending.add(wanted)
            self._background.run(lambda: (wanted, decoded(path, pixels)), self._keep)
        return None

    def forget(self, keys: frozenset[str]) -> None:
        """These were fetched anew: measure and decode them again."""
        for key in keys:
            self._sizes.pop(key, None)
        for wanted in [wanted for wanted in self._decoded if wanted[0] in keys]:
            self._bytes -= self._decoded.pop(wanted).sizeInBytes()

    def _keep(self, result: tuple[tuple[str, int, int], QImage | None]) -> None:
        wanted, image = result
        self._pending.discard(wanted)
        if image is None:
            return
        self._decoded[wanted] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > _CACHE_BYTES and len(self._decoded) > 1:
            _, oldest = self._decoded.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()
        self.ready.emit(wanted[0])


def fitted(size: QSize, room: QSize) -> QSize:
    """``size`` made to fit in ``room``, never enlarged, at least one pixel."""
    if size.width() <= room.width() and size.height() <= room.height():
        return size
    return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _reader(path: Path) -> QImageReader:
    reader = QImageReader(str(path))
    # By content, not by name: the folder's files carry no format in their name that could be trusted.
    reader.setDecideFormatFromContent(True)
    return reader


def _turned(reader: QImageReader) -> bool:
    """Whether a photo was taken with the camera on its side, so that width and height change places."""
    quarter = QImageIOHandler.Transformation.TransformationRotate90
    return bool(reader.transformation() & quarter)


def _upright(reader: QImageReader) -> QSize:
    return reader.size().transposed() if _turned(reader) else reader.size()


def measured(path: Path) -> QSize | None:
    """The size of a picture as it is shown, or ``None`` for what is none that we show."""
    reader = _reader(path)
    size = _upright(reader)
    if bytes(reader.format().data()) not in FORMATS or not size.isValid() or size.isEmpty():
        return None
    return size if size.width() * size.height() <= MOST_PIXELS else None


def decoded(path: Path, pixels: QSize) -> QImage | None:
    """The picture at ``pixels``, upright; ``None`` when it cannot be read."""
    if measured(path) is None:
        return None
    reader = _reader(path)
    reader.setAutoTransform(True)
    turned = _turned(reader)
    reader.setScaledSize(pixels.transposed() if turned else pixels)
    image = reader.read()
    return None if image.isNull() else image
