//! What furniture says of itself, in the languages that are read most: never enough alone, but with links,
//! fields, repetition or shortness.

/// Labels of advertisement, whole.
const ADVERTISEMENT: &[&str] = &[
    "ad",
    "ads",
    "advertisement",
    "advertising",
    "sponsored",
    "sponsored content",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
    "реклама",
    "إعلان",
    "פרסומת",
    "广告",
    "廣告",
    "story continues below advertisement",
    "article continues below advertisement",
    "continue reading the main story",
];

/// Words that buttons to send an article to others consist of.
const SHARE: &[&str] = &[
    "share",
    "tweet",
    "retweet",
    "pin",
    "email",
    "e-mail",
    "mail",
    "print",
    "facebook",
    "twitter",
    "x",
    "linkedin",
    "whatsapp",
    "telegram",
    "reddit",
    "pinterest",
    "tumblr",
    "google+",
    "google",
    "flipboard",
    "copy",
    "link",
    "save",
    "this",
    "on",
    "via",
    "to",
    "by",
    "the",
    "a",
    "story",
    "article",
    "page",
    "post",
    "with",
    "friend",
    "like",
    "follow",
    "us",
    "sharing",
    "teilen",
    "drucken",
    "partager",
    "imprimer",
    "compartir",
    "imprimir",
    "поделиться",
    "мне",
    "нравится",
    "شارك",
    "مشاركة",
    "שתף",
    "分享",
    "vk",
    "ok",
    "messenger",
    "instagram",
    "bluesky",
    "mastodon",
    "threads",
    "comments",
    "more",
    "sms",
    "url",
    "viber",
    "options",
    "resize",
    "text",
    "plus",
];

/// Of these, one must be met.
const SHARE_AT_LEAST: &[&str] = &[
    "share",
    "tweet",
    "facebook",
    "twitter",
    "whatsapp",
    "telegram",
    "reddit",
    "pinterest",
    "linkedin",
    "teilen",
    "partager",
    "compartir",
    "поделиться",
    "شارك",
    "مشاركة",
    "שתף",
    "分享",
    "email",
    "print",
];

/// How an offer to subscribe, to log in or to pay begins a sentence.
const OFFERS: &[&str] = &[
    "subscribe",
    "sign up",
    "log in",
    "login",
    "sign in",
    "register",
    "become a member",
    "join our",
    "start your",
    "get unlimited",
    "unlock",
    "to continue reading",
    "to read on",
    "already a subscriber",
    "already a member",
    "already have an account",
    "create an account",
    "support our",
    "get our",
    "our newsletter",
    "abonnieren",
    "jetzt abonnieren",
    "anmelden",
    "abonnez-vous",
    "déjà abonné",
    "connectez-vous",
    "suscríbete",
    "suscríbase",
    "ya eres suscriptor",
    "inicia sesión",
    "подпишитесь",
    "подписывайтесь",
    "войдите",
    "اشترك",
    "סמן",
    "הירשמו",
    "订阅",
    "登录",
];

/// Headings of what readers wrote.
const COMMENTS: &[&str] = &[
    "comment",
    "comments",
    "reader comments",
    "readers' comments",
    "leave a comment",
    "kommentare",
    "leserkommentare",
    "commentaires",
    "comentarios",
    "комментарии",
    "التعليقات",
    "تعليقات",
    "תגובות",
    "评论",
    "留言",
];

/// How a list of other articles begins.
const TEASERS: &[&str] = &[
    "read more",
    "related",
    "more on this",
    "more from",
    "recommended",
    "most read",
    "most popular",
    "you may also like",
    "mehr zum thema",
    "lesen sie auch",
    "à lire aussi",
    "lire aussi",
    "sur le même sujet",
    "lea también",
    "más noticias",
    "читайте также",
    "по теме",
    "اقرأ أيضا",
    "קראו גם",
    "相关阅读",
    "相关新闻",
];

/// How a block begins that says what was corrected.
const CORRECTIONS: &[&str] = &[
    "correction",
    "corrections",
    "clarification",
    "corrected",
    "editor's note",
    "editor’s note",
    "this article was amended",
    "this article was updated",
    "this article was corrected",
    "this story has been corrected",
    "this story has been updated",
    "an earlier version of this",
    "a previous version of this",
    "berichtigung",
    "korrektur",
    "rectificatif",
    "erratum",
    "corrección",
    "fe de erratas",
    "исправление",
    "уточнение",
    "поправка",
    "تصحيح",
    "תיקון",
    "更正",
];

/// How a byline begins.
const BYLINES: &[&str] = &["by ", "von ", "par ", "por ", "автор", "بقلم", "מאת"];

/// How much of a passage must be known to tell how it begins, in bytes.
pub(super) const HEAD: usize = 4 * BEGINNING;

/// The most characters that are looked at of a beginning.
const BEGINNING: usize = 48;

/// The longest passage that could be a label, in bytes: few are three times as long in capitals.
const LABEL: usize = 160;

/// Whether all of a passage is a label of advertisement.
pub(super) fn is_advertisement(words: &str) -> bool {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    words.len() <= LABEL && ADVERTISEMENT.contains(&words.to_lowercase().as_str())
}

/// Whether a passage, in lower case, is nothing but what buttons to share are labelled with.
pub(super) fn is_share(lower: &str) -> bool {
    let mut all = lower
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '-'))
        .filter(|word| !word.is_empty());
    let is_word = |word: &str| SHARE.contains(&word) || word.chars().all(|c| c.is_ascii_digit());
    all.clone().any(|word| SHARE_AT_LEAST.contains(&word)) && all.all(is_word)
}

/// How many offers to subscribe, to log in or to pay begin a sentence of a passage in lower case.
pub(super) fn n_offers(lower: &str) -> usize {
    let sentences = lower.split_inclusive(['.', '!', '?', '。', '؟', ':']).map(str::trim_start);
    sentences.filter(|sentence| OFFERS.iter().any(|offer| begins_with_words(sentence, offer))).count()
}

fn begins_with_words(sentence: &str, words: &str) -> bool {
    sentence.as_bytes().first() == words.as_bytes().first()
        && sentence.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether a heading stands above what readers wrote: "Comments", "12 comments", "Comments (3)".
pub(super) fn is_comments(words: &str) -> bool {
    let lower = words.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphabetic());
    COMMENTS.contains(&bare)
}

/// Whether a block says what was corrected.
pub(super) fn is_correction(words: &str) -> bool {
    begins(words, CORRECTIONS)
}

/// Whether a list begins as one of other articles does.
pub(super) fn begins_teasers(words: &str) -> bool {
    begins(words, TEASERS)
}

/// Whether a block says who wrote the article.
pub(super) fn is_byline(words: &str) -> bool {
    begins(words, BYLINES) && !is_sentence(words)
}

fn begins(words: &str, beginnings: &[&str]) -> bool {
    let head: String = words.chars().take(BEGINNING).flat_map(char::to_lowercase).collect();
    beginnings.iter().any(|beginning| head.starts_with(beginning))
}

/// Whether a passage ends as a sentence does.
pub(super) fn is_sentence(words: &str) -> bool {
    let end = words
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | '»' | ')' | '\''));
    end.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'])
}
