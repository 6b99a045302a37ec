"""The site itself as Discourse writes it: categories, groups, tags, types and the signed-in member."""

from __future__ import annotations

import html
import sqlite3
from datetime import timedelta
from typing import Any

from sync.demo.community import Community
from sync.demo.moments import iso
from sync.demo.shapes_people import basic_user, user_fields, visible_groups
from sync.demo.viewer import Viewer

Json = dict[str, Any]

NOTIFICATION_TYPES = [
    "mentioned",
    "replied",
    "quoted",
    "edited",
    "liked",
    "private_message",
    "invited_to_private_message",
    "invitee_accepted",
    "posted",
    "moved_post",
    "linked",
    "granted_badge",
    "invited_to_topic",
    "custom",
    "group_mentioned",
    "group_message_summary",
    "watching_first_post",
    "topic_reminder",
    "liked_consolidated",
    "post_approved",
    "code_review_commit_approved",
    "membership_request_accepted",
    "membership_request_consolidated",
    "bookmark_reminder",
    "reaction",
    "votes_released",
    "event_reminder",
    "event_invitation",
    "chat_mention",
    "chat_message",
    "chat_invitation",
    "chat_group_mention",
    "chat_quoted",
]
FULL, CREATE_POST, READ_ONLY = 1, 2, 3
FLAG_NAMES = (
    (3, "off_topic", "Niet van toepassing"),
    (4, "inappropriate", "Ongepast"),
    (8, "spam", "Spam"),
    (10, "illegal", "Onwettig"),
    (7, "notify_moderators", "Iets anders"),
)


def site_json(community: Community, viewer: Viewer) -> Json:
    """The body of /site.json."""
    database = community.database
    categories = database.rows(
        f"SELECT * FROM categories WHERE id IN ({viewer.categories_sql}) ORDER BY position"  # noqa: S608
    )
    tags = database.rows(
        "SELECT t.id, t.name FROM tags t JOIN topic_tags tt ON tt.tag_id = t.id GROUP BY t.id"
        " ORDER BY count(*) DESC, t.id LIMIT 20"
    )
    types = {name: number for number, name in enumerate(NOTIFICATION_TYPES, 1)}
    types |= {"watching_category_or_tag": 36, "linked_consolidated": 39}
    return _fixed_site() | {
        "notification_types": types,
        "groups": [_site_group(g) for g in visible_groups(community, viewer) if g["id"]],
        "top_tags": [{"id": t["id"], "name": t["name"], "slug": t["name"]} for t in tags],
        "categories": [category_json(community, viewer, c) for c in categories],
        "user_fields": [_user_field(1, "Organisatie"), _user_field(2, "Waar ben je te vinden?")],
    }


def _site_group(group: sqlite3.Row) -> Json:
    return {
        "id": group["id"],
        "name": group["name"],
        "full_name": group["full_name"] or group["name"],
        "display_name": group["full_name"] or group["name"],
        "flair_url": None,
        "flair_bg_color": None,
        "flair_color": None,
        "automatic": bool(group["automatic"]),
    }


def _user_field(number: int, name: str) -> Json:
    return {
        "id": number,
        "name": name,
        "description": name,
        "field_type": "text",
        "editable": True,
        "required": False,
        "requirement": "optional",
        "show_on_profile": True,
        "show_on_user_card": True,
        "searchable": True,
        "position": number,
    }


def _fixed_site() -> Json:
    likes = _action(2, "like", "Vind ik leuk", flag=False)
    flags = [_action(number, key, name, flag=True) for number, key, name in FLAG_NAMES]
    return {
        "default_archetype": "regular",
        "post_types": {"regular": 1, "moderator_action": 2, "small_action": 3, "whisper": 4},
        "trust_levels": {"newuser": 0, "basic": 1, "member": 2, "regular": 3, "leader": 4},
        "filters": ["latest", "unread", "new", "unseen", "top", "read", "posted", "bookmarks", "hot"],
        "homepage_choices": ["latest", "categories"],
        "periods": ["all", "yearly", "quarterly", "monthly", "weekly", "daily"],
        "top_menu_items": ["latest", "new", "unread", "top", "categories"],
        "anonymous_top_menu_items": ["latest", "top", "categories"],
        "uncategorized_category_id": 1,
        "user_field_max_length": 2048,
        "post_action_types": [likes, *flags],
        "topic_flag_types": flags[1:],
        "can_create_tag": False,
        "can_tag_topics": True,
        "can_tag_pms": False,
        "tags_filter_regexp": "[\\/\\?#\\[\\]@!\\$&'\\(\\)\\*\\+,;=\\.%\\\\`^\\s|\\{\\}\"<>]+",
        "email_configured": True,
        "topic_featured_link_allowed_category_ids": [],
        "user_themes": [],
        "user_color_schemes": [],
        "default_light_color_scheme": None,
        "default_dark_color_scheme": None,
        "censored_regexp": [],
        "custom_emoji_translation": {},
        "watched_words_replace": None,
        "watched_words_link": None,
        "archetypes": [{"id": "regular", "name": "Normaal topic", "options": []}],
        "auth_providers": [],
        "full_name_required_for_signup": False,
        "full_name_visible_in_signup": True,
    }


def _action(number: int, key: str, name: str, *, flag: bool) -> Json:
    return {
        "id": number,
        "name_key": key,
        "name": name,
        "description": name,
        "short_description": name,
        "is_flag": flag,
        "require_message": key == "notify_moderators",
        "enabled": True,
        "applies_to": ["Post", "Topic"] if flag else ["Post"],
        "is_used": False,
        "auto_action_type": flag,
    }


def category_json(community: Community, viewer: Viewer, category: sqlite3.Row) -> Json:
    """A category as it stands in /site.json; a group of the community."""
    counts = community.database.row(
        "SELECT count(*) AS topics, coalesce(sum(posts_count), 0) AS posts FROM topics"
        " WHERE category_id = ? AND deleted_at IS NULL",
        category["id"],
    )
    purpose = html.escape(category["purpose"] or "", quote=False)
    return {
        "id": category["id"],
        "name": category["name"],
        "color": category["colour"],
        "text_color": "FFFFFF",
        "style_type": "square",
        "emoji": None,
        "icon": None,
        "slug": category["slug"],
        "topic_count": counts["topics"] if counts else 0,
        "post_count": counts["posts"] if counts else 0,
        "position": category["position"],
        "description": purpose or None,
        "description_text": purpose or None,
        "description_excerpt": purpose or None,
        "topic_url": f"/t/over-de-groep-{category['slug']}/{category['id']}",
        "read_restricted": bool(category["read_restricted"]),
        "permission": FULL,
        "notification_level": 1,
        "topic_template": None,
        "topic_title_placeholder": None,
        "has_children": False,
        "subcategory_count": None,
        "sort_order": None,
        "sort_ascending": None,
        "show_subcategory_list": False,
        "num_featured_topics": 3,
        "default_view": None,
        "subcategory_list_style": "rows_with_featured_topics",
        "default_top_period": "all",
        "default_list_filter": "all",
        "minimum_required_tags": 0,
        "navigate_to_first_post_after_read": False,
        "allow_global_tags": False,
        "required_tag_groups": [],
        "read_only_banner": None,
        "uploaded_logo": None,
        "uploaded_logo_dark": None,
        "uploaded_background": None,
        "uploaded_background_dark": None,
        "can_edit": viewer.admin,
        "custom_fields": {},
    }


def listed_category(community: Community, viewer: Viewer, category: sqlite3.Row) -> Json:
    """A category as it stands in /categories.json: with how lively it is, without what only editors use."""
    listed = category_json(community, viewer, category)
    for name in ("allow_global_tags", "required_tag_groups", "read_only_banner", "custom_fields"):
        listed.pop(name)
    now = community.now()
    for name, days in (("day", 1), ("week", 7), ("month", 30), ("year", 365), ("all_time", 36_500)):
        listed[f"topics_{name}"] = community.database.value(
            "SELECT count(*) FROM topics WHERE category_id = ? AND created_at > ? AND deleted_at IS NULL",
            category["id"],
            iso(now - timedelta(days=days)) if days < 36_500 else "",
        )
    return listed | {"subcategory_ids": []}


def shown_category(community: Community, viewer: Viewer, category: sqlite3.Row) -> Json:
    """The category of /c/ID/show.json, with who may see it."""
    shown = category_json(community, viewer, category) | {
        "available_groups": [],
        "auto_close_hours": None,
        "auto_close_based_on_last_post": False,
        "allow_unlimited_owner_edits_on_first_post": False,
        "default_slow_mode_seconds": None,
        "group_permissions": _permissions(community, category),
        "email_in": None,
        "email_in_allow_strangers": False,
        "mailinglist_mirror": False,
        "all_topics_wiki": False,
        "can_delete": False,
        "allow_badges": True,
        "topic_featured_link_allowed": True,
        "search_priority": 0,
        "topic_posting_review_group_ids": [],
        "reply_posting_review_group_ids": [],
    }
    if community.settings.group_permissions_for_editors_only and not viewer.admin:
        for name in (
            "available_groups",
            "group_permissions",
            "email_in",
            "email_in_allow_strangers",
            "can_delete",
        ):
            shown.pop(name)
    return shown


def _permissions(community: Community, category: sqlite3.Row) -> list[Json]:
    if not category["read_restricted"]:
        return [{"permission_type": FULL, "group_name": "everyone", "group_id": 0}]
    group = community.database.row("SELECT * FROM groups WHERE id = ?", category["group_id"])
    if group is None:
        return []
    return [{"permission_type": FULL, "group_name": group["name"], "group_id": group["id"]}]


def basic_info(community: Community) -> Json:
    """The body of /site/basic-info.json, which needs no key."""
    logo = f"{community.base_url}/images/logo.png"
    return {
        "logo_url": logo,
        "logo_small_url": logo,
        "apple_touch_icon_url": logo,
        "favicon_url": logo,
        "title": community.settings.title,
        "description": community.settings.description,
        "header_primary_color": "1B1F22",
        "header_background_color": "FFFFFF",
        "login_required": True,
        "locale": "nl",
        "include_in_discourse_discover": False,
        "mobile_logo_url": logo,
    }


def current_user(community: Community, viewer: Viewer) -> Json:
    """The body of /session/current.json."""
    user = community.database.row("SELECT * FROM users WHERE id = ?", viewer.id)
    if user is None:
        raise LookupError(viewer.id)
    unread = community.database.value(
        "SELECT count(*) FROM notifications WHERE user_id = ? AND NOT read", viewer.id
    )
    groups = [g for g in visible_groups(community, viewer, of_user=viewer.id) if g["id"]]
    return {
        "current_user": basic_user(user)
        | {
            "unread_notifications": unread,
            "unread_high_priority_notifications": 0,
            "all_unread_notifications_count": unread,
            "read_first_notification": True,
            "admin": viewer.admin,
            "moderator": viewer.moderator,
            "staff": viewer.staff,
            "title": user["title"] or None,
            "trust_level": viewer.trust_level,
            "can_create_topic": True,
            "can_edit": True,
            "can_send_private_messages": True,
            "muted_category_ids": [],
            "user_fields": user_fields(user),
            "custom_fields": {},
            "primary_group_id": user["primary_group_id"],
            "groups": [{"id": g["id"], "name": g["name"], "has_messages": False} for g in groups],
            "topic_count": user["topic_count"],
            "reply_count": user["post_count"] - user["topic_count"],
            "can_review": viewer.staff,
        }
    }
