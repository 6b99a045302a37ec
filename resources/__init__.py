"""Data without logic: icons, translations, help texts and the demo community's story."""
