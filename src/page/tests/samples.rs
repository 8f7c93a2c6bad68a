//! The same news in many scripts, in words of our own: what the properties of the page, the rules of
//! Unicode and the pictures are tried on.

/// A text that a page must set rightly.
#[derive(Debug)]
pub(super) struct Sample {
    /// What it is tried for.
    pub name: &'static str,
    /// Whether its paragraph runs from right to left.
    pub is_rtl: bool,
    /// The words.
    pub text: &'static str,
}

const fn ltr(name: &'static str, text: &'static str) -> Sample {
    Sample { name, is_rtl: false, text }
}

const fn rtl(name: &'static str, text: &'static str) -> Sample {
    Sample { name, is_rtl: true, text }
}

/// One sample for each script, and for each way in which scripts meet.
pub(super) const SAMPLES: [Sample; 23] = [
    ltr(
        "English",
        "The army denied on Monday that its fire had killed eight people in the old market. A fire officer’s office file said “fifty-two”.",
    ),
    ltr(
        "Greek",
        "Η πυρκαγιά έκαψε δώδεκα σπίτια τη νύχτα· ο δήμαρχος διέψευσε ότι υπήρξαν νεκροί, αλλά το νοσοκομείο μιλά για τρεις.",
    ),
    ltr(
        "Russian",
        "Военные отрицают, что погибли восемь человек; врачи настаивают: «Мы видели их всех — и старых, и детей».",
    ),
    ltr(
        "Vietnamese, composed",
        "Lũ lụt đã cuốn trôi bốn mươi ngôi nhà; chính quyền nói không ai thiệt mạng.",
    ),
    ltr(
        "Vietnamese, decomposed",
        "Lu\u{303} lu\u{323}t \u{111}a\u{303} cuo\u{302}\u{301}n tro\u{302}i bo\u{302}\u{301}n mu\u{31b}o\u{31b}i ngo\u{302}i nha\u{300}; chi\u{301}nh quye\u{302}\u{300}n no\u{301}i kho\u{302}ng ai thie\u{302}\u{323}t ma\u{323}ng.",
    ),
    ltr(
        "combining marks",
        "Cafe\u{301} n\u{303}o\u{323}\u{302} e\u{308}a\u{301}\u{323} z\u{335}\u{327}\u{30c}\u{302}, fi ffi office, нй и\u{306} а\u{301}.",
    ),
    rtl(
        "Arabic",
        "قال الأطباء إن ثمانية أشخاص قتلوا في السوق القديم، ونفى الجيش ذلك يوم الإثنين وقال: «لا علم لنا».",
    ),
    rtl("Arabic with vowels", "نَفَى الجَيْشُ أَنْ يَكُونَ قَدْ قَصَفَ السُّوقَ القَدِيمَ، وَلَمْ يَذْكُرْ عَدَدَ الجَرْحَى."),
    rtl("Persian", "آتش‌نشانی می‌گوید در آتش‌سوزی انبار ۱۲ نفر زخمی شدند؛ شهرداری این آمار را رد کرد."),
    rtl(
        "Urdu",
        "سیلاب میں چالیس گھر بہہ گئے؛ ضلعی افسر نے کہا کہ ۳ افراد لاپتہ ہیں، مگر گاؤں والے اس سے انکار کرتے ہیں۔",
    ),
    rtl("Hebrew", "הצבא הכחיש ביום שני כי שמונה בני אדם נהרגו בשוק הישן של העיר, והרופאים עומדים על דבריהם."),
    rtl("Hebrew with points", "בַּלַּיְלָה פָּרְצָה שְׂרֵפָה בַּמַּחְסָן הַיָּשָׁן; שְׁלֹשָׁה כַּבָּאִים נִפְצְעוּ קַל."),
    ltr(
        "Hindi",
        "सेना ने सोमवार को इस बात से इनकार किया कि उसकी गोलीबारी में आठ लोग मारे गए; अस्पताल अपनी गिनती पर कायम है।",
    ),
    ltr("Thai", "กองทัพปฏิเสธเมื่อวันจันทร์ว่ากระสุนของตนไม่ได้ทำให้มีผู้เสียชีวิตแปดคนในตลาดเก่า"),
    ltr(
        "Chinese",
        "军方周一否认其炮火在旧市场造成八人死亡，医生则坚持自己的统计数字：“我们见过他们每一个人。”",
    ),
    ltr("Chinese, traditional", "軍方週一否認砲火造成舊市場八人死亡，醫院則表示：「名單上共有35人受傷。」"),
    ltr(
        "Japanese",
        "軍は月曜日、砲撃で旧市場の八人が死亡したとの発表を否定した。「リストは見ていない」と報道官は話す。",
    ),
    ltr(
        "Korean",
        "군은 월요일 포격으로 옛 시장에서 여덟 명이 숨졌다는 발표를 부인했다. 병원은 \u{1112}\u{1161}\u{11ab} 명이 더 있다고 한다.",
    ),
    ltr(
        "emoji",
        "Seen 👩\u{200d}🚒 and 👨\u{200d}👩\u{200d}👧\u{200d}👦 and 🇺🇦🇵🇱 and 👍🏽 there, then ☂\u{fe0f} again, 1\u{fe0f}\u{20e3} of 3.",
    ),
    rtl(
        "Arabic with Latin names and numbers",
        "قال متحدث باسم Medical Aid (مقرها Geneva) إن 1,250 منزلا تضررت بنسبة 35.5% حتى 12/03/2024.",
    ),
    rtl(
        "Hebrew with an agency",
        "לפי הדיווח נהרגו 3–5 killed (AFP) בתקיפה; ב-Radio Orient נאמר \"42 (ולא 37)\".",
    ),
    ltr(
        "English quoting Arabic",
        "The statement, «لم نقصف السوق (القديم) في 12 آذار», was read twice, then שלום, 3 times.",
    ),
    ltr("nested directions", "He said “הוא אמר «قال 12 شخصا» ואז 7.5 יצאו”, no more."),
];
