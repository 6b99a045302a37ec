"""Members and groups as Discourse writes them."""

from __future__ import annotations

import html
import sqlite3
from typing import Any

from sync.demo.community import Community
from sync.demo.cook import cook, excerpt
from sync.demo.viewer import Viewer

Json = dict[str, Any]

ORGANISATION_FIELD = "1"
FIND_FIELD = "2"


def avatar_template(username: str, user_id: int) -> str:
    """The address of a member's avatar with {size} open, as Discourse gives it: relative to the site."""
    return f"/user_avatar/demo/{username.lower()}/{{size}}/{user_id}_2.png"


def basic_user(user: sqlite3.Row) -> Json:
    """The four fields by which Discourse names a member."""
    return {
        "id": user["id"],
        "username": user["username"],
        "name": user["name"],
        "avatar_template": avatar_template(user["username"], user["id"]),
    }


def user_fields(user: sqlite3.Row) -> Json:
    """The site's own profile fields: the organisation and where to find someone."""
    return {ORGANISATION_FIELD: user["organisation"] or None, FIND_FIELD: user["find"] or None}


def profile(community: Community, viewer: Viewer, user: sqlite3.Row) -> Json:
    """The `user` of /u/NAME.json as another member sees it; more for oneself."""
    own = user["id"] == viewer.id
    group = community.database.row("SELECT * FROM groups WHERE id = ?", user["primary_group_id"])
    groups = visible_groups(community, viewer, of_user=user["id"])
    return (
        basic_user(user)
        | {
            "last_posted_at": user["last_posted_at"],
            "last_seen_at": user["last_seen_at"],
            "created_at": user["created_at"],
            "ignored": False,
            "muted": False,
            "can_ignore_user": not own,
            "can_ignore_users": True,
            "can_mute_user": not own,
            "can_mute_users": True,
            "can_send_private_messages": True,
            "can_send_private_message_to_user": not own,
            "trust_level": user["trust_level"],
            "moderator": bool(user["moderator"]),
            "admin": bool(user["admin"]),
            "title": user["title"] or None,
            "badge_count": 0,
            "user_fields": user_fields(user),
            "custom_fields": {},
            "time_read": 3600 * (user["id"] % 90),
            "recent_time_read": 60 * (user["id"] % 300),
            "primary_group_id": user["primary_group_id"],
            "primary_group_name": group["name"] if group else None,
            "flair_group_id": None,
            "flair_name": None,
            "flair_url": None,
            "flair_bg_color": None,
            "flair_color": None,
            "featured_topic": None,
            "staged": False,
            "can_edit": own or viewer.staff,
            "can_edit_username": False,
            "can_edit_email": own,
            "can_edit_name": own,
            "uploaded_avatar_id": user["id"],
            "has_title_badges": False,
            "pending_count": 0,
            "pending_posts_count": 0,
            "profile_view_count": 12 + user["id"] % 200,
            "second_factor_enabled": False,
            "can_upload_profile_header": own,
            "can_upload_user_card_background": own,
            "post_count": user["post_count"],
            "topic_count": user["topic_count"],
            "can_be_deleted": False,
            "can_delete_all_posts": False,
            "bio_raw": user["bio"] or None,
            "bio_cooked": cook(user["bio"] or "", community.kitchen),
            "bio_excerpt": html.escape(user["bio"] or "", quote=False),
            "location": user["location"] or None,
            "groups": [group_json(community, viewer, g) for g in groups],
            "group_users": [
                {"group_id": g["id"], "user_id": user["id"], "notification_level": 3} for g in groups
            ],
        }
        | (_own_fields(user) if own else {})
    )


def _own_fields(user: sqlite3.Row) -> Json:
    """What /u/NAME.json adds for the member themselves, with Discourse's defaults."""
    lists = (
        "muted_category_ids regular_category_ids watched_tags watching_first_post_tags tracked_tags"
        " muted_tags tracked_category_ids watched_category_ids watched_first_post_category_ids"
        " muted_usernames ignored_usernames allowed_pm_usernames user_auth_tokens featured_user_badge_ids"
    )
    may = "can_change_bio can_change_location can_change_website can_change_tracking_preferences"
    days = {f"day_{day}_{edge}_time": -1 for day in range(7) for edge in ("start", "end")}
    return {
        **{name: [] for name in lists.split()},
        **dict.fromkeys(may.split(), True),
        "locale": None,
        "system_avatar_upload_id": None,
        "system_avatar_template": avatar_template(user["username"], user["id"]),
        "mailing_list_posts_per_day": 0,
        "user_api_keys": None,
        "user_notification_schedule": {"enabled": False, **days},
        "use_logo_small_as_avatar": False,
        "invited_by": None,
        "user_option": _options(user["id"]),
    }


def _options(user_id: int) -> Json:
    on = (
        "email_digests external_links_in_new_tab dynamic_favicon enable_quoting automatically_unpin_topics"
        " notify_on_linked_posts allow_private_messages topics_unread_when_closed skip_new_user_tips"
    )
    off = (
        "mailing_list_mode enable_smart_lists enable_markdown_monospace_font email_in_reply_to"
        " enable_upcoming_change_available_notifications include_tl0_in_digests enable_allowed_pm_users"
        " hide_profile_and_presence hide_profile hide_presence automatically_translate show_original_content"
    )
    numbers = {
        "mailing_list_mode_frequency": 1,
        "email_level": 1,
        "email_messages_level": 0,
        "digest_after_minutes": 10080,
        "auto_track_topics_after_msecs": 240000,
        "notification_level_when_replying": 2,
        "new_topic_duration_minutes": 2880,
        "email_previous_replies": 2,
        "like_notification_frequency": 1,
        "theme_key_seq": 0,
        "text_size_seq": 0,
        "interface_color_mode": 1,
    }
    return {
        "user_id": user_id,
        **dict.fromkeys(on.split(), True),
        **dict.fromkeys(off.split(), False),
        **numbers,
        "color_scheme_id": None,
        "dark_scheme_id": None,
        "push_notification_level": "mentions",
        "theme_ids": [],
        "homepage_id": None,
        "text_size": "normal",
        "title_count_mode": "notifications",
        "timezone": "Europe/Amsterdam",
        "understood_languages": [],
        "send_shortcut": "enter",
    }


def visible_groups(community: Community, viewer: Viewer, of_user: int | None = None) -> list[sqlite3.Row]:
    """The groups a viewer may know of; `of_user` limits to those of one member."""
    rows = community.database.rows(
        "SELECT g.*, (SELECT count(*) FROM group_users gu WHERE gu.group_id = g.id) AS"
        " user_count FROM groups g"
        " WHERE (? IS NULL OR EXISTS (SELECT 1 FROM group_users gu WHERE gu.group_id = g.id AND"
        " gu.user_id = ?))"
        " ORDER BY g.name",
        of_user,
        of_user,
    )
    # Whose groups they are is known to those who may see the members.
    may_see = may_see_group if of_user in (None, viewer.id) else may_see_members
    return [r for r in rows if may_see(viewer, r)]


def may_see_group(viewer: Viewer, group: sqlite3.Row) -> bool:
    """Whether a viewer may know of a group."""
    return bool(group["listed"]) or may_see_members(viewer, group)


def may_see_members(viewer: Viewer, group: sqlite3.Row) -> bool:
    """Whether a viewer may know who is in a group."""
    return viewer.admin or not group["closed"] or group["id"] in viewer.group_ids


def group_json(community: Community, viewer: Viewer, group: sqlite3.Row) -> Json:
    """A group as in /groups.json, without the viewer's own place in it."""
    about = cook(group["about"] or "", community.kitchen)
    is_community_group = group["kind"] == "group"
    return {
        "id": group["id"],
        "automatic": bool(group["automatic"]),
        "name": group["name"],
        "display_name": group["full_name"] or group["name"],
        "user_count": group["user_count"],
        "mentionable_level": 0,
        "messageable_level": 0,
        "visibility_level": 0 if not group["closed"] else 1 if group["listed"] else 2,
        "primary_group": group["kind"] == "organisation",
        "title": None,
        "grant_trust_level": None,
        "incoming_email": None,
        "has_messages": False,
        "flair_url": None,
        "flair_bg_color": None,
        "flair_color": None,
        "bio_raw": group["about"] or None,
        "bio_cooked": about or None,
        "bio_excerpt": excerpt(about) or None,
        "public_admission": is_community_group and not group["closed"],
        "public_exit": is_community_group,
        "allow_membership_requests": is_community_group and bool(group["closed"]),
        "full_name": group["full_name"],
        "default_notification_level": 3,
        "membership_request_template": None,
        "members_visibility_level": 2 if group["closed"] else 0,
        "can_see_members": may_see_members(viewer, group),
        "can_admin_group": viewer.admin,
        "publish_read_state": False,
    }


def group_place(community: Community, viewer: Viewer, group: sqlite3.Row) -> Json:
    """Whether the viewer is a member or owner of the group, as /groups.json adds."""
    place = community.database.row(
        "SELECT owner FROM group_users WHERE group_id = ? AND user_id = ?", group["id"], viewer.id
    )
    found: Json = {"can_edit_group": viewer.admin or bool(place and place["owner"])}
    if place is not None:
        found["is_group_user"] = True
        if place["owner"]:
            found["is_group_owner"] = True
    return found


def member_json(member: sqlite3.Row) -> Json:
    """A member in /groups/NAME/members.json."""
    return basic_user(member) | {
        "title": member["title"] or None,
        "last_posted_at": member["last_posted_at"],
        "last_seen_at": member["last_seen_at"],
        "added_at": member["added_at"],
        "timezone": "Europe/Amsterdam",
    }
