"""Telling English from other languages."""

from __future__ import annotations

from importlib.resources import files

import pytest

from plainspeak.document import Block, Kind
from plainspeak.language import analyse_words
from plainspeak.language.english import is_english

FOREIGN = {
    "Albanian": "Nëse keni nevojë për ndihmë në shtëpi, ju mund të flisni me infermieren që është në klinikë.",
    "Arabic": "إذا كنت بحاجة إلى المساعدة في المنزل، يرجى التحدث إلى الممرضة في العيادة.",
    "Bengali": "বাড়িতে আপনার সাহায্যের প্রয়োজন হলে ক্লিনিকের নার্সের সাথে কথা বলুন।",
    "Chinese": "如果您在家中需要帮助，请与诊所的护士联系。我们每天从早上九点开放到下午五点。",
    "Czech": "Pokud doma potřebujete pomoc, může vás navštívit sestra, která pracuje na klinice nebo v nemocnici.",
    "Dutch": "Als u thuis hulp nodig heeft, kunnen wij u helpen, maar het is niet altijd mogelijk om te komen.",
    "French": "Si vous avez besoin d'aide à la maison, nous sommes là pour vous et pour les personnes qui vous aident.",
    "German": "Wenn Sie zu Hause Hilfe brauchen, können wir Ihnen helfen. Sprechen Sie bitte mit uns.",
    "Greek": "Αν χρειάζεστε βοήθεια στο σπίτι, μιλήστε με τη νοσοκόμα στην κλινική.",
    "Gujarati": "જો તમને ઘરે મદદની જરૂર હોય તો ક્લિનિકની નર્સ સાથે વાત કરો.",
    "Hebrew": "אם אתם זקוקים לעזרה בבית, דברו עם האחות במרפאה.",
    "Hungarian": "Ha otthon segítségre van szüksége, kérjük, hogy beszéljen az ápolóval vagy az orvossal, ha lehet.",
    "Irish": "Má theastaíonn cabhair uait sa bhaile, labhair leis an altra atá sa chlinic seo nó le do dhochtúir.",
    "Italian": "Se ha bisogno di aiuto a casa, può parlare con una delle infermiere che sono nella clinica.",
    "Kurdish": "Ger hûn li malê hewceyê alîkariyê ne, ji kerema xwe bi hemşîreya ku li klînîkê ye biaxivin.",
    "Lithuanian": "Jei jums reikia pagalbos namuose, jūs galite kalbėti su slaugytoja, kad ji būtų su jumis ir padėtų.",
    "Polish": "Jeśli potrzebujesz pomocy w domu, proszę porozmawiać z pielęgniarką, która jest w przychodni.",
    "Portuguese": "Se você precisa de ajuda em casa, pode falar com uma enfermeira da clínica ou com o seu médico.",
    "Punjabi": "ਜੇ ਤੁਹਾਨੂੰ ਘਰ ਵਿੱਚ ਮਦਦ ਦੀ ਲੋੜ ਹੈ, ਤਾਂ ਕਲੀਨਿਕ ਦੀ ਨਰਸ ਨਾਲ ਗੱਲ ਕਰੋ।",
    "Romanian": "Dacă aveți nevoie de ajutor acasă, vă rugăm să vorbiți cu asistenta care este la clinică.",
    "Russian": "Если вам нужна помощь дома, поговорите с медсестрой в поликлинике.",
    "Scots Gaelic": "Ma tha cuideachadh a dhìth ort aig an taigh, bruidhinn ri nurs a tha anns a' chlionaig seo.",
    "Slovak": "Ak doma potrebujete pomoc, môže vás navštíviť sestra, ktorá pracuje na klinike alebo pri nemocnici.",
    "Somali": "Haddii aad u baahan tahay caawimaad guriga, waxaad la hadli kartaa kalkaalisada oo ku sugan xarunta.",
    "Spanish": "Si necesita ayuda en casa, puede hablar con una enfermera del centro, que está para usted cada día.",
    "Swahili": "Ikiwa unahitaji msaada nyumbani, tafadhali zungumza na muuguzi wa kliniki hii au na daktari wako.",
    "Tagalog": "Kung kailangan mo ng tulong sa bahay, kausapin ang nars sa klinika o ang iyong doktor.",
    "Tamil": "உங்களுக்கு வீட்டில் உதவி தேவைப்பட்டால், மருத்துவமனை செவிலியரிடம் பேசுங்கள்.",
    "Turkish": "Evde yardıma ihtiyacınız olursa, lütfen bu klinikte olan bir hemşire veya doktor ile konuşun.",
    "Urdu": "اگر آپ کو گھر پر مدد کی ضرورت ہے تو کلینک کی نرس سے بات کریں۔",
    "Vietnamese": "Nếu bạn cần giúp đỡ ở nhà, hãy nói chuyện với y tá của phòng khám này, không cần hẹn trước.",
    "Welsh": "Os oes angen help arnoch yn eich cartref, gallwch siarad â'r nyrs sy'n gweithio yn y clinig.",
    "Welsh, longer": "Mae'r bwrdd wedi cytuno ar y cynllun newydd, ond nid yw'r gwasanaeth ar gael eto i bawb.",
    "Yoruba": "Bí ẹ bá nílò ìrànlọ́wọ́ ní ilé, ẹ bá nọ́ọ̀sì tí ó wà ní ilé ìwòsàn sọ̀rọ̀ láti gba ìrànlọ́wọ́ fún yín.",
}

ENGLISH = {
    "a sentence": "The board agreed the plan, and it will look at the results in the autumn.",
    "capitals": "DO NOT DRIVE UNTIL THE NURSE HAS TOLD YOU THAT IT IS SAFE",
    "a heading": "Urgent care recovery plan: progress, risks, next steps, decisions needed",
    "names": "Juan de la Cruz, Maria del Carmen López, Pedro de los Santos, Ana Dos Anjos, Jan van der Berg",
    "Welsh names": "Gwen ap Rhys, Dafydd ap Gwilym, Mair ferch Owain, Llinos ac Eleri Morgan, Cwm Taf, Hywel Dda",
    "drugs": "Paracetamol, ibuprofen, codeine, amoxicillin, metformin, atorvastatin, omeprazole, ramipril, salbutamol",
    "Latin names": "Escherichia coli, Staphylococcus aureus, Clostridioides difficile, Candida auris",
    "figures": "12.4 13.1 n/a 9.8 na 14.2 na 11.7 na na 10.3 na 12.0 na na",
    "an address": "Merebrook House, 14 Rue de la Paix, Little Vale, Hartwell HX4 2QQ, telephone 01632 960123",
    "short forms": "ICB ICS NHSE MDT CAMHS SEND LA PCN OT SALT VCSE LOS SUS DASS CI NEL FOI",
    "chemistry": "Na K Ca Mg Cl HCO3 urea creatinine eGFR CRP ALT ALP bilirubin albumin",
    "a list of words": "Pain, rash, fever, cough, dizziness, nausea, blurred vision, tiredness, swelling, itching",
    "Scots": "Wee, sleekit, fearfu' moose, rin awa' noo, the cat's ahint ye an' gey hungry the nicht",
    "Scots, dense": "Dinna fash yersel, hen, yon bairn's nae greetin, he's jist wabbit frae rinnin roon the hoose",
    "languages": "Cymraeg, Polski, Română, Français, Español, Português, Italiano, Deutsch, Soomaali, Gaeilge, Türkçe",
    "languages in their own letters": "English, Polski, Română, اردو, বাংলা, ਪੰਜਾਬੀ, தமிழ், 中文, Ελληνικά, Cymraeg",
    "a formula": "α = 0.05, β = 0.2, χ² = 3.84, σ = 1.2, μ = 0, λ = 2",
    "two languages": "Croeso. Mae'r papurau yn y Gymraeg. Welcome. The papers are in Welsh and in English.",
    "a short greeting": "Bore da, sut ydych chi?",
    "nothing": "",
}


def words_of(text: str) -> list[str]:
    """Return the words of a text as a check sees them."""
    sentences = analyse_words(Block(Kind.PARAGRAPH, text)).sentences
    return [word.lower() for sentence in sentences for word in sentence.words]


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_other_languages(text: str) -> None:
    """One or two sentences in another language are seen as such."""
    assert not is_english(words_of(text))


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_capitals_and_repeats_change_nothing(text: str) -> None:
    """The answer rests on shares of the words, so that a text in capitals or one ten times as long gets the same."""
    assert not is_english(words_of(text.upper()))
    assert not is_english(words_of(text) * 10)


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_and_what_is_no_language(text: str) -> None:
    """English in any shape counts as English, and so do names, lists, figures and what is too short to tell."""
    assert is_english(words_of(text))


def test_a_foreign_name_in_an_english_sentence() -> None:
    """English words around a few of another language make it English."""
    assert is_english(words_of("The group is called Bwrdd yr Iechyd, which means that it belongs to the health board."))


@pytest.mark.parametrize(
    ("text", "lang", "english"),
    [
        ("Nous utilise la carte", "fr-FR", False),
        ("Nous utilise la carte", None, True),
        ("Nous utilise la carte", "en-GB", True),
        ("Ból głowy, gorączka, kaszel, wysypka", "pl", False),
        ("We will write to all of you in May.", "de-DE", True),
        ("Main findings", "de-DE", True),
        ("Nous utilise la carte", "x-none", True),
        ("Nous utilise la carte", "und", True),
    ],
)
def test_what_the_file_says_of_its_language(text: str, lang: str | None, english: bool) -> None:
    """It decides where the words leave doubt. Much English is marked as the language of somebody's template."""
    assert is_english(words_of(text), lang) is english


def test_known_miss_few_function_words() -> None:
    """Known miss: a list of things in another language has no function words, so it passes as English."""
    assert is_english(words_of("Ból głowy, gorączka, kaszel, wysypka, nudności, zmęczenie, obrzęk, swędzenie"))


def test_known_miss_a_language_without_a_list() -> None:
    """Known miss: a language of which we have no words passes as English."""
    assert is_english(words_of("Jos tarvitset apua kotona, puhu klinikan sairaanhoitajan kanssa tai soita meille."))


def test_function_words_belong_to_one_side() -> None:
    """No word stands for English and for another language, and each is in small letters and listed once."""
    text = files("plainspeak.language").joinpath("data/function_words.txt").read_text(encoding="utf-8")
    lists = [line.partition(": ")[2].split() for line in text.splitlines() if not line.startswith("#")]
    english = set(lists[0])
    for words in lists:
        assert len(set(words)) == len(words)
        assert [word for word in words if word != word.lower()] == []
    assert [word for words in lists[1:] for word in words if word in english] == []
