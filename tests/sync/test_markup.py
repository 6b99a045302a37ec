"""Posts come out of `sync.markup` in the dialect, with the platform's shapes and all that can be read."""

from __future__ import annotations

import pytest

from sync.markup import Cleaned, clean, fold, plain

BASE = "https://praat.example.nl"


def cleaned(html: str, base_url: str = BASE) -> Cleaned:
    return clean(html, base_url=base_url)


def test_plain_prose_keeps_its_form_and_text() -> None:
    post = cleaned(
        "<p>Wij <strong>vragen</strong> het <em>eerst</em>.<br>\nDan pas.</p>\n<p>Tot zo &amp; dank</p>"
    )
    assert post.html == "<p>Wij <b>vragen</b> het <i>eerst</i>.<br>\nDan pas.</p>\n<p>Tot zo &amp; dank</p>"
    assert post.text == "Wij vragen het eerst.\nDan pas.\nTot zo & dank"
    assert post.excerpt == "Wij vragen het eerst. Dan pas. Tot zo & dank"
    assert post.images == ()
    assert not post.oversize


@pytest.mark.parametrize(
    ("tag", "becomes"),
    [
        ("h1", "h3"),
        ("h2", "h3"),
        ("h3", "h4"),
        ("h4", "h5"),
        ("h6", "h5"),
        ("del", "s"),
        ("ins", "u"),
        ("kbd", "code"),
    ],
)
def test_tags_outside_the_dialect_become_their_nearest(tag: str, becomes: str) -> None:
    assert cleaned(f"<{tag}>x</{tag}>").html == f"<{becomes}>x</{becomes}>"


def test_blocks_that_are_not_in_the_dialect_do_not_glue_words_together() -> None:
    post = cleaned(
        "<section>een</section><figure><figcaption>twee</figcaption></figure>"
        "<dl><dt>drie</dt><dd>vier</dd></dl>"
    )
    assert post.text == "een\ntwee\ndrie\nvier"


def test_quote_says_who_and_links_to_the_post() -> None:
    post = cleaned(
        '<aside class="quote no-group" data-username="fatima" data-post="2" data-topic="123">\n'
        '<div class="title">\n<div class="quote-controls"></div>\n'
        '<img alt="" width="24" src="/user_avatar/fatima/48/1.png" class="avatar"> fatima:</div>\n'
        "<blockquote>\n<p>Begin klein.</p>\n</blockquote>\n</aside>\n<p>Precies!</p>"
    )
    assert '<p class="byline"><a href="post:123/2">fatima:</a></p>' in post.html
    assert '<blockquote class="quote">\n<p>Begin klein.</p>\n</blockquote>' in post.html
    assert post.text == "fatima:\nBegin klein.\nPrecies!"
    assert post.excerpt == "Precies!"
    assert post.images == ()


def test_quote_from_another_topic_names_author_and_topic() -> None:
    post = cleaned(
        '<aside class="quote" data-username="fatima" data-post="4" data-topic="77">'
        '<div class="title">'
        '<a href="/t/inwoners/77/4">Inwoners &lt;betrekken&gt;</a></div>'
        "<blockquote><p>x</p></blockquote></aside>"
    )
    assert '<a href="post:77/4">fatima: Inwoners &lt;betrekken&gt;</a>' in post.html


def test_quote_under_a_display_name_does_not_repeat_the_user_name() -> None:
    post = cleaned(
        '<aside class="quote" data-username="fel" data-post="4" data-topic="77"><div class="title">'
        "Fatima El Amrani:</div><blockquote><p>x</p></blockquote></aside>"
    )
    assert post.text == "Fatima El Amrani:\nx"


def test_quote_without_title_or_known_post_still_says_who() -> None:
    post = cleaned('<aside class="quote" data-username="jan"><blockquote><p>x</p></blockquote></aside>')
    assert post.html == '<p class="byline">jan</p><blockquote class="quote"><p>x</p></blockquote>'


def test_quote_in_a_quote_leaves_the_excerpt_whole() -> None:
    inner = '<aside class="quote" data-username="b"><blockquote><p>binnen</p></blockquote></aside>'
    post = cleaned(
        f'<p>voor</p><aside class="quote" data-username="a"><blockquote>{inner}<p>buiten</p></blockquote>'
        "</aside><p>na</p>"
    )
    assert post.excerpt == "voor na"
    assert "binnen" in post.text


def test_post_of_only_a_quotation_has_an_excerpt_all_the_same() -> None:
    assert cleaned("<blockquote><p>Wie vraagt, leert.</p></blockquote>").excerpt == "Wie vraagt, leert."


def test_excerpt_ends_between_words_near_300_characters() -> None:
    excerpt = cleaned("<p>" + "woord " * 200 + "</p>").excerpt
    assert excerpt.endswith("woord…")
    assert 290 <= len(excerpt) <= 301


def test_onebox_becomes_a_card_with_site_title_and_description() -> None:
    post = cleaned(
        '<aside class="onebox allowlistedgeneric" data-onebox-src="https://rijk.example/x">'
        '<header class="source"><img src="https://rijk.example/f.ico" class="site-icon" width="16">'
        '<a href="https://rijk.example/x">rijk.example</a></header>'
        '<article class="onebox-body"><img src="https://rijk.example/t.png" class="thumbnail">'
        '<h3><a href="https://rijk.example/x">Woonvisie</a></h3><p>Zo doe je dat.</p></article></aside>'
    )
    assert post.html.startswith('<table class="card" width="100%"><tr><td><div class="site">')
    assert post.html.endswith("</td></tr></table>")
    assert post.text == "rijk.example\nWoonvisie\nZo doe je dat."
    assert "<img" not in post.html


def test_details_show_their_summary_in_bold_and_their_content() -> None:
    post = cleaned("<details><summary>Meer <b>uitleg</b></summary><p>Hier.</p></details>")
    assert '<p class="summary"><b>Meer uitleg</b></p><p>Hier.</p>' in post.html


def test_poll_is_a_marked_list_without_stale_counts() -> None:
    post = cleaned(
        '<div class="poll" data-poll-name="poll"><div class="poll-container"><ul>'
        '<li data-poll-option-id="a">Ja</li><li>Nee</li></ul></div>'
        '<div class="poll-info"><span class="info-number">0</span> stemmen</div></div>'
    )
    assert post.html.startswith('<div class="poll">')
    assert post.text == "Ja\nNee"


def test_code_keeps_its_lines_and_loses_its_language() -> None:
    post = cleaned('<pre><code class="lang-python">a = 1\nb &lt; 2\n</code></pre><p><code>c</code></p>')
    assert post.html == "<pre>a = 1\nb &lt; 2\n</pre><p><code>c</code></p>"


def test_table_keeps_cells_apart() -> None:
    post = cleaned(
        '<div class="md-table"><table><thead><tr><th>Naam</th><th>Rol</th></tr></thead>'
        '<tbody><tr><td colspan="2">Fatima</td></tr></tbody></table></div>'
    )
    assert '<td colspan="2">Fatima</td>' in post.html
    assert "<th>Rol</th>" in post.html
    assert post.text == "Naam Rol\nFatima"


def test_lists_keep_their_order_and_start() -> None:
    assert cleaned('<ol start="3"><li>c</li></ol>').html == '<ol start="3"><li>c</li></ol>'


def test_lightbox_shows_the_small_image_and_knows_the_large_one() -> None:
    post = cleaned(
        '<div class="lightbox-wrapper"><a class="lightbox" href="//praat.example.nl/uploads/groot.png">'
        '<img src="/uploads/klein.png" alt="De zaal" width="690" height="460"><div class="meta">'
        '<svg><use href="#x"></use></svg><span class="filename">groot.png</span></div></a></div>'
    )
    small, large = post.images
    assert (small.url, small.width, small.height, small.alt, small.full) == (
        "https://praat.example.nl/uploads/klein.png", 690, 460, "De zaal", False,
    )  # fmt: skip
    assert (large.url, large.full) == ("https://praat.example.nl/uploads/groot.png", True)
    shown = f'<img src="image:{small.key}" width="640" height="426" alt="De zaal">'
    assert f'<a href="image:{large.key}">{shown}</a>' in post.html
    assert post.text == ""


def test_same_image_twice_is_listed_once_under_one_key() -> None:
    post = cleaned('<img src="/a.png" alt="a"><img src="https://praat.example.nl/a.png" alt="a">')
    assert len(post.images) == 1
    assert post.html.count(f"image:{post.images[0].key}") == 4


def test_images_of_a_community_in_a_folder_on_a_port_are_its_own() -> None:
    post = cleaned(
        '<img src="up/a.png"><img src="//127.0.0.1:81/b.png">', base_url="http://127.0.0.1:8123/forum"
    )
    assert [image.url for image in post.images] == ["http://127.0.0.1:8123/forum/up/a.png"]


@pytest.mark.parametrize(
    "src",
    [
        "https://elders.example/x.png", "//elders.example/x.png", "https://praat.example.nl.kwaad.example/x.png",
        "https://praat.example.nl@kwaad.example/x.png", "/teken.svg", "https://praat.example.nl:444/x.png",
    ],
)  # fmt: skip
def test_image_from_elsewhere_is_named_but_never_loaded(src: str) -> None:
    post = cleaned(f'<p>Zie <img src="{src}" alt="de grafiek"></p>')
    assert post.images == ()
    assert "<img" not in post.html
    assert "de grafiek" in post.text


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (":tada:", "🎉"),
        (":+1:", "👍"),
        (":clap:t3:", "👏🏼"),
        (":rocket:", "🚀"),
        (":eigen_logo:", ":eigen_logo:"),
        ("", ""),
    ],
)
def test_emoji_images_become_characters(title: str, shown: str) -> None:
    html = f'<p>a<img src="https://emoji.example/x.png" title="{title}" class="emoji" alt="{title}">b</p>'
    assert cleaned(html).text == f"a{shown}b"


def test_mention_leads_to_the_member() -> None:
    assert (
        '<a href="member:fatima.k">@fatima.k</a>'
        in cleaned('<a class="mention" href="/u/fatima.k">@fatima.k</a>').html
    )
    whole = '<a class="u-url mention" href="https://elders.example/@jan">@jan</a>'
    assert '<a href="https://elders.example/@jan">' in cleaned(whole).html


def test_hashtag_and_topic_links_become_absolute() -> None:
    post = cleaned(
        '<a class="hashtag-cooked" href="/c/participatie/5"><svg></svg><span>Participatie</span></a>'
    )
    assert post.html == '<a href="https://praat.example.nl/c/participatie/5">Participatie</a>'
    assert 'href="https://praat.example.nl/t/x/12/3"' in cleaned('<a href="/t/x/12/3">x</a>').html


def test_shortened_addresses_of_mastodon_read_as_shown() -> None:
    post = cleaned(
        '<p><a href="https://rijk.example/lang/pad"><span class="invisible">https://</span>'
        '<span class="ellipsis">rijk.example/la</span><span class="invisible">ng/pad</span></a></p>'
    )
    assert post.text == "rijk.example/la…"
    assert 'href="https://rijk.example/lang/pad"' in post.html


def test_embedded_frame_becomes_a_link() -> None:
    post = cleaned('<iframe width="560" src="https://video.example/embed/x" allowfullscreen></iframe>')
    assert post.html == '<p><a href="https://video.example/embed/x">https://video.example/embed/x</a></p>'


def test_mail_address_keeps_no_parameters() -> None:
    assert 'href="mailto:a@b.nl"' in cleaned('<a href="mailto:a@b.nl?attach=/etc/passwd">x</a>').html


def test_plain_gives_the_same_text_again() -> None:
    post = cleaned(
        "<ul><li>een&nbsp;twee</li><li>a  <b>b</b>\n c</li></ul><table><tr><td>1<td>2</table>x &lt;y&gt;"
    )
    assert post.text == "een twee\na b c\n1 2\nx <y>"
    assert plain(post.html) == post.text


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Beleid", "beleid"), ("Coördinatie", "coordinatie"), ("ÉÉN", "een"), ("Straße", "strasse"),
     ("ﬁets", "fiets"),
     ("İstanbul", "istanbul"), ("Łódź", "łodz"), ("", "")],
)  # fmt: skip
def test_fold_takes_case_and_diacritics_away(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_base_must_be_a_web_address() -> None:
    with pytest.raises(ValueError, match="base_url"):
        cleaned("<p>x</p>", base_url="file:///etc")
