"""What the query language looks in: tags by name, and the words of whole topics (title, tags, author, text).

``topic_tags`` is kept by triggers, so that every way by which a topic comes, changes or goes is covered.
``topic_words`` is to topics what ``post_words`` is to posts: it holds the words of each topic's opening post
under the topic's own id; ``search_topics`` notes which post that was. Both are filled by the word index.
"""

from __future__ import annotations

# Tags are one text in topics, separated by spaces.
_TAGS = """json_each('[' || replace(json_quote({row}.tags), ' ', '","') || ']') AS tag"""
_ADD = f"""
    INSERT OR IGNORE INTO topic_tags
    SELECT tag.value, new.topic_id FROM {_TAGS.format(row="new")} WHERE tag.value <> '';
"""  # noqa: S608
_TAKE = f"""
    DELETE FROM topic_tags
    WHERE topic_id = old.topic_id AND tag IN (SELECT tag.value FROM {_TAGS.format(row="old")});
"""  # noqa: S608

QUERY_TABLES = (
    """
    CREATE TABLE topic_tags (
        tag TEXT NOT NULL, topic_id INTEGER NOT NULL, PRIMARY KEY (tag, topic_id)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    INSERT OR IGNORE INTO topic_tags
    SELECT tag.value, topics.topic_id FROM topics, {_TAGS.format(row="topics")} WHERE tag.value <> ''
    ORDER BY tag.value, topics.topic_id
    """,  # noqa: S608
    f"CREATE TRIGGER topic_tags_added AFTER INSERT ON topics WHEN new.tags <> '' BEGIN {_ADD} END",
    f"""
    CREATE TRIGGER topic_tags_changed AFTER UPDATE OF tags ON topics WHEN new.tags <> old.tags
    BEGIN {_TAKE} {_ADD} END
    """,
    f"CREATE TRIGGER topic_tags_taken AFTER DELETE ON topics WHEN old.tags <> '' BEGIN {_TAKE} END",
    "CREATE INDEX topics_of_kind ON topics(kind, created)",
    "CREATE INDEX topics_replied ON topics(replies)",
    # What someone wrote while they were new is a stretch of this.
    "DROP INDEX posts_of_author",
    "CREATE INDEX posts_of_author ON posts(author_id, created)",
    "CREATE INDEX posts_liked ON posts(topic_id, number) WHERE liked",
    """
    CREATE VIRTUAL TABLE topic_words USING fts5(
        title, tags, author, text, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2"
    )
    """,
    # The highest id of a topic that has the word in its title, or had.
    "ALTER TABLE words ADD COLUMN titled INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TABLE search_topics (
        topic_id INTEGER PRIMARY KEY, post_id INTEGER NOT NULL UNIQUE
    ) STRICT
    """,
    # The words of opening posts are taken into topic_words by indexing these once more.
    """
    INSERT OR IGNORE INTO search_queue
    SELECT posts.post_id FROM topics
    JOIN posts ON posts.topic_id = topics.topic_id AND posts.number = topics.first_number
    """,
)
