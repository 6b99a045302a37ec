"""The timeline: rows as data (model), geometry (layout, strip) and appearance (delegate), in one view."""
