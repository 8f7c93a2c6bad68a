//! How far guessed heights are from the true ones, by script, in the faces that this machine has.

use super::texts::Chance;
use super::{row, texts};
use postil::document::Document;
use postil::page::{BUNDLED, Face, Fonts, Page, PageStyle};
use std::sync::Arc;

/// What is guessed: bytes of each script.
const LENGTH: usize = 120_000;

/// Languages with some words of theirs, and what parts these words.
const LANGUAGES: [(&str, &str, &str); 10] = [
    (
        "Greek",
        "η πυρκαγιά έκαψε δώδεκα σπίτια τη νύχτα ο δήμαρχος διέψευσε ότι υπήρξαν νεκροί αλλά το νοσοκομείο μιλά για τρεις τραυματίες στην παλιά αγορά",
        " ",
    ),
    (
        "Russian",
        "военные отрицают что погибли восемь человек врачи настаивают мы видели их всех и старых и детей на рынке вечером после обстрела города",
        " ",
    ),
    (
        "Hebrew",
        "הצבא הכחיש ביום שני כי שמונה בני אדם נהרגו בשוק הישן של העיר והרופאים עומדים על דבריהם אחרי ההפגזה בערב",
        " ",
    ),
    (
        "Arabic",
        "قال الأطباء إن ثمانية أشخاص قتلوا في السوق القديم ونفى الجيش ذلك يوم الإثنين وقالت مصادر محلية إن القصف استهدف المدرسة",
        " ",
    ),
    (
        "Persian",
        "آتش‌نشانی می‌گوید در آتش‌سوزی انبار دوازده نفر زخمی شدند و شهرداری این آمار را رد کرد اما بیمارستان بر شمار خود پافشاری می‌کند",
        " ",
    ),
    (
        "Hindi",
        "सेना ने सोमवार को इस बात से इनकार किया कि उसकी गोलीबारी में आठ लोग मारे गए अस्पताल अपनी गिनती पर कायम है और पुलिस चुप",
        " ",
    ),
    (
        "Thai",
        "กองทัพ ปฏิเสธ เมื่อ วันจันทร์ ว่า กระสุน ของ ตน ไม่ได้ ทำให้ มี ผู้เสียชีวิต แปด คน ใน ตลาด เก่า โรงพยาบาล ยืนยัน ตัวเลข",
        "",
    ),
    (
        "Chinese",
        "军方 周一 否认 其 炮火 在 旧市场 造成 八人 死亡 ， 医生 则 坚持 自己 的 统计 数字 ， 记者 看过 名单 。",
        "",
    ),
    (
        "Japanese",
        "軍は 月曜日、 砲撃で 旧市場の 八人が 死亡 した との 発表を 否定 した。 病院は リスト を 見て いない と 話す。",
        "",
    ),
    (
        "Korean",
        "군은 월요일 포격으로 옛 시장에서 여덟 명이 숨졌다는 발표를 부인했다 병원은 명단을 보지 못했다고 말했다",
        " ",
    ),
];

pub(crate) fn rows() {
    eprintln!("guessing heights …");
    let mut fonts = Fonts::new(&BUNDLED);
    let found = fonts.scan().run();
    fonts.adopt(found);
    let mut off = vec![format!("English {}", share(&mut fonts, &texts::article(LENGTH)))];
    for (name, words, space) in LANGUAGES {
        let words: Vec<&str> = words.split_whitespace().collect();
        off.push(format!("{name} {}", share(&mut fonts, &paragraphs(&words, space))));
    }
    row("guessed heights, off the true ones", &off.join(", "), "");
}

fn paragraphs(words: &[&str], space: &str) -> String {
    let mut chance = Chance::new(5);
    let mut text = String::new();
    while text.len() < LENGTH {
        for _ in 0..30 + chance.below(90) {
            text.push_str(words[chance.below(words.len())]);
            text.push_str(space);
        }
        text.push_str("\n\n");
    }
    text
}

/// By how many percent the guess is too high, over three widths.
fn share(fonts: &mut Fonts, text: &str) -> String {
    let document = Arc::new(Document::plain(text));
    let style = PageStyle::new(Face::Serif, 18.0);
    let (mut guessed, mut truth) = (0.0, 0.0);
    for width in [420.0, 600.0, 760.0] {
        let style = PageStyle { measure: width, ..style };
        let mut page = Page::new(Arc::clone(&document));
        page.allow(0);
        page.layout(fonts, &style, 900.0, 1.0);
        guessed += page.total_height();
        let mut page = Page::new(Arc::clone(&document));
        page.layout(fonts, &style, 900.0, 1e7);
        truth += page.total_height();
    }
    format!("{:+.1} %", (guessed / truth - 1.0) * 100.0)
}
