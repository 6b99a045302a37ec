"""Views on the screen: their editor, their rows in the sidebar, the parts of a grouped one."""
