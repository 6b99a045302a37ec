"""How it looks: pages, models, delegates, dialogs, theme and wording. Owns the event loop and its bridge."""
