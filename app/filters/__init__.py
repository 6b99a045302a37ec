"""One language for search, views and rules, in stages: text -> tree -> SQL, and tree -> text again."""
