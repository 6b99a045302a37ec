"""Writing: the sheet to share something with, and the Markdown editor that it and the reply box use."""
