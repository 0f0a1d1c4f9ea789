"""The places of the Syrian theatre under the spellings of reports, in several languages."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.sphere import distance_km

SPELLINGS = """
36.20 37.16 Aleppo|Halab|حلب|Halep|Алеппо
35.93 36.63 Idlib|Idleb|Edlib|إدلب|İdlib|Идлиб
33.51 36.29 Damascus|Dimashq|دمشق|Şam|Дамаск
34.73 36.71 Homs|Hims|حمص|Хомс
35.13 36.76 Hama|Hamah|حماة|Хама
35.53 35.79 Latakia|Lattakia|al-Ladhiqiyah|اللاذقية|Lazkiye|Латакия
34.89 35.89 Tartus|Tartous|طرطوس|Тартус
35.95 39.01 Raqqa|Raqqah|ar-Raqqah|الرقة|Rakka|Ракка
35.34 40.14 Deir ez-Zor|Deir Ezzor|Deir al-Zour|دير الزور|Дейр-эз-Зор
36.50 40.75 Hasakah|al-Hasakah|Hasaka|Hassakeh|الحسكة|Haseke
32.62 36.10 Daraa|Deraa|Dara'a|درعا
32.71 36.57 Suwayda|As-Suwayda|Sweida|السويداء
33.13 35.82 Quneitra|Qunaitra|القنيطرة
37.05 41.23 Qamishli|Kamishli|Qamishlo|القامشلي|Kamışlı|Камышлы
35.65 36.68 Maarat al-Numan|Ma'arrat al-Nu'man|Maarrat an-Numan|معرة النعمان
35.81 36.32 Jisr al-Shughur|Jisr ash-Shughur|Jisr al-Shughour|جسر الشغور
35.44 36.65 Khan Shaykhun|Khan Sheikhoun|Khan Sheikhun|خان شيخون|Хан-Шейхун
35.86 36.81 Saraqib|Saraqeb|Sarakib|سراقب|Саракиб
35.61 36.56 Kafranbel|Kafr Nabl|Kafr Nabel|كفرنبل
35.81 36.61 Ariha|Areeha|أريحا
35.94 36.71 Binnish|Bennish|بنش
36.00 36.79 Taftanaz|تفتناز
36.21 36.51 Harim|مدينة حارم
36.14 36.45 Salqin|Salqeen|سلقين
36.19 36.72 Sarmada|سرمدا
36.21 36.77 al-Dana|ad-Dana|Al Dana|الدانا
36.29 36.68 Atmeh|Atme|Atma|أطمة
36.59 37.05 Azaz|A'zaz|إعزاز|أعزاز
36.37 37.52 al-Bab|Al Bab|El Bab|مدينة الباب
36.53 37.95 Manbij|Manbidj|Menbij|منبج|Münbiç|Манбидж
36.82 38.01 Jarabulus|Jarablus|جرابلس|Cerablus|Джераблус
36.51 36.87 Afrin|Efrin|Afreen|عفرين|Африн
36.89 38.35 Kobani|Kobane|Ayn al-Arab|Ain al-Arab|عين العرب|Кобани
36.70 38.95 Tal Abyad|Tell Abyad|Tel Abyad|تل أبيض|Телль-Абьяд
36.85 40.07 Ras al-Ayn|Ras al-Ain|Serekaniye|رأس العين|Resulayn
36.47 37.09 Tal Rifaat|Tell Rifaat|Tel Rifaat|تل رفعت
36.48 37.20 Marea|Mare'|Mari'|مارع
36.54 37.27 Dabiq|دابق
36.39 36.69 Jindires|Jinderes|جنديرس|Cinderes
35.84 38.55 Tabqa|al-Tabqa|Thawrah|الطبقة|Табка
34.56 38.28 Palmyra|Tadmur|Tadmor|تدمر|Пальмира
34.45 40.92 al-Bukamal|Abu Kamal|Albu Kamal|البوكمال|Абу-Кемаль
35.02 40.45 Mayadin|al-Mayadin|الميادين
34.39 40.99 al-Qaim|Qaim|القائم
36.32 41.88 Sinjar|Shingal|سنجار
33.57 36.40 Douma|Duma|دوما
33.46 36.23 Daraya|Darayya|داريا
33.54 36.37 Arbin|Irbin|Arbeen|عربين
33.56 36.37 Harasta|حرستا
33.52 36.35 Zamalka|زملكا
33.53 36.34 Jobar|Jawbar|جوبر
33.49 36.35 Jaramana|جرمانا
33.44 36.34 Sayyidah Zaynab|Sayyida Zeinab|السيدة زينب
33.72 36.10 Zabadani|al-Zabadani|الزبداني
33.69 36.10 Madaya|مضايا
33.85 36.55 Maaloula|Maalula|معلولا
33.97 36.66 Yabroud|Yabrud|يبرود
34.02 36.73 al-Nabk|An Nabk|Nabk|النبك
33.74 36.60 al-Qutayfah|Qutayfa|القطيفة
33.51 36.49 al-Nashabiyah|Nashabiyah|النشابية
34.51 36.58 al-Qusayr|Qusair|Al-Qusayr|القصير
34.93 36.73 Rastan|al-Rastan|الرستن
34.84 36.73 Talbiseh|Talbisah|تلبيسة
34.67 36.26 Talkalakh|Tal Kalakh|تلكلخ
34.23 37.24 al-Qaryatayn|Qaryatain|القريتين
34.89 38.87 al-Sukhnah|Sukhna|السخنة
35.01 37.05 Salamiyah|Salamiya|Salamieh|السلمية
35.37 36.69 Morek|Murak|مورك
35.37 36.60 Kafr Zita|Kafr Zeita|Kafr Zayta|كفرزيتا
35.32 36.62 al-Latamneh|Latamna|Lataminah|اللطامنة
35.25 36.57 Mhardeh|Maharda|محردة
35.43 36.49 Kafr Nabudah|Kafr Nabouda|كفر نبودة
35.41 36.39 Qalaat al-Madiq|Qalat al-Madiq|قلعة المضيق
35.37 36.39 al-Suqaylabiyah|Suqaylabiyah|السقيلبية
35.26 36.61 Halfaya|حلفايا
35.29 36.75 Suran, Hama|صوران
35.36 35.92 Jableh|Jablah|جبلة
35.18 35.95 Baniyas|Banias|بانياس
35.46 36.06 Qardaha|Al-Qardahah|القرداحة
35.93 35.99 Kessab|Kasab|Kassab
35.74 36.16 Kinsabba|Kinsibba|كنسبا
35.40 35.95 Hmeimim|Khmeimim|Humaymim|حميميم|Хмеймим
36.18 37.22 Aleppo airport|Aleppo International Airport|مطار حلب الدولي
33.41 36.51 Damascus International Airport|Damascus airport|مطار دمشق الدولي
34.52 37.63 T4 air base|Tiyas air base|T-4 airbase|مطار التيفور
34.49 36.91 Shayrat air base|Shayrat airbase|مطار الشعيرات
35.73 37.10 Abu al-Duhur air base|Abu Duhur airbase|مطار أبو الظهور
36.19 37.58 Kuweires air base|Kuweiris airbase|مطار كويرس
36.52 37.04 Menagh air base|Menagh airbase|مطار منغ
35.75 38.57 Tabqa air base|Tabqa airbase|مطار الطبقة
33.48 36.22 Mezzeh air base|Mezzeh airport|مطار المزة
34.92 35.87 Tartus naval base|Tartus naval facility|Tartus naval port
37.00 35.43 Incirlik Air Base|Incirlik|İncirlik
36.23 36.69 Bab al-Hawa|Bab al-Hawa border crossing|باب الهوى
36.64 37.08 Bab al-Salama|Bab al-Salam|باب السلامة
32.55 36.19 Nasib border crossing|Nassib crossing|معبر نصيب
33.51 38.62 al-Tanf|Tanf base|التنف
33.31 38.70 Rukban|Rukban camp|مخيم الركبان
36.39 41.13 al-Hol camp|Al-Hawl camp|مخيم الهول
32.29 36.33 Zaatari camp|Za'atari camp|مخيم الزعتري
33.47 36.30 Yarmouk camp|Yarmouk refugee camp|مخيم اليرموك
35.87 38.57 Tabqa Dam|Euphrates Dam|سد الفرات
36.38 38.18 Tishrin Dam|Tishreen Dam|سد تشرين
34.76 36.29 Krak des Chevaliers|Qalaat al-Hosn|قلعة الحصن
33.36 36.12 Khan al-Shih|Khan Eshieh|خان الشيح
36.17 37.04 Khan al-Asal|Khan al-Assal|خان العسل
36.12 37.05 Khan Tuman|Khan Touman|خان طومان
36.07 36.98 al-Zerbah|Zirbah|الزربة
36.26 37.08 Kafr Hamra|كفر حمرة
36.38 36.99 Nubl|Nubul|نبل
36.36 37.01 al-Zahraa|Al-Zahraa
36.28 36.85 Darat Izza|Daret Azza|دارة عزة
36.14 36.82 Atarib|al-Atarib|Atareb|الأتارب
36.08 37.37 al-Safira|Safira|As-Safirah|السفيرة
35.78 37.50 Khanasir|Khanasser|خناصر
36.35 37.53 Tadef|Tadif|تادف
36.83 40.07 Ceylanpınar|Ceylanpinar
37.07 37.38 Gaziantep|Antep|غازي عنتاب
36.72 37.12 Kilis|كلس|Килис
36.20 36.16 Antakya|Antioch|أنطاكية
36.27 36.57 Reyhanli|Reyhanlı|الريحانية
37.16 38.79 Sanliurfa|Şanlıurfa|Urfa|شانلي أورفا
36.98 38.42 Suruc|Suruç
36.71 38.95 Akcakale|Akçakale
37.06 41.22 Nusaybin|نصيبين
34.18 36.42 Arsal|Aarsal|عرسال
34.39 36.39 Hermel|al-Hermel|الهرمل
32.56 36.01 Ramtha|Ar Ramtha|الرمثا
32.52 36.48 Busra al-Sham|Bosra|Busra ash-Sham|بصرى الشام
32.89 36.04 Nawa|نوى
32.83 36.16 Sheikh Miskin|Al-Shaykh Maskin|الشيخ مسكين
33.27 35.77 Majdal Shams|مجدل شمس
36.34 43.13 Mosul|الموصل|Musul
36.19 44.01 Erbil|Arbil|Hawler|أربيل
35.53 36.59 Kafr Sajna|Kafarsajna|Kafr Sijneh|كفر سجنة|Кафр-Сиджна
35.54 36.68 Babulin|Baboulin|Babuleen|بابولين
36.13 36.74 Batabu|Batbo|Batabo|باتبو
35.73 36.50 Basamis|Bsamis|بسامس
35.80 36.73 Dadikh|Dadeekh|داديخ
35.61 36.49 al-Fatira|Fatira|al-Ftireh|Фатира
35.60 36.53 Hazarin|Hazareen|حزارين|Хазарин
35.66 36.44 al-Mawzara|Mozara|موزرة
35.79 36.47 Muhambal|Mhambel|محمبل
35.79 36.57 Urum al-Jawz|Orem al-Joz|أورم الجوز
36.17 36.58 Qalb Lozeh|Qalb Loze|Qalb Lawzah|قلب لوزة
35.80 36.99 Tell Sultan|Tal Sultan|تل سلطان
35.65 36.70 Wadi Deif|Wadi al-Deif|وادي الضيف
35.86 36.57 Kurin, Idlib|Kureen|كورين
36.26 36.72 Kafr Lusin|Kafr Lousin|كفر لوسين
36.22 36.69 Babisqa|Babsqa|بابسقا
36.25 36.90 Regiment 111 base|Sheikh Suleiman base
36.12 36.89 Base 46|Regiment 46 base
36.52 37.08 Ayn Daqnah|Ain Daqna|عين دقنة
36.56 37.09 Kafr Kalbin|كفر كلبين
36.54 37.12 Kaljibrin|Kaljebrin|كلجبرين
36.43 37.16 Harbal|Herbel|حربل
36.41 37.21 Umm Hawsh|Um Hosh|أم حوش
36.64 38.23 Qara Qozaq|Karakozak|Qereqozaq
36.23 38.02 al-Khafsa|Khafsah|الخفسة
36.17 37.44 Aleppo thermal power plant|المحطة الحرارية
36.23 37.21 Masaken Hanano|Masakin Hanano|مساكن هنانو
36.23 37.17 Bustan al-Basha|بستان الباشا
36.22 37.19 al-Sakhour|Sakhur|الصاخور
36.20 37.20 al-Shaar neighbourhood|Shaar, Aleppo|حي الشعار
36.17 37.16 al-Sukkari|al-Sukari|حي السكري
36.19 37.13 Saif al-Dawla|Seif al-Dawla|سيف الدولة
36.21 37.14 al-Jamiliyah|Jamiliyeh|الجميلية
36.19 37.15 al-Kallaseh|Kalasa|الكلاسة
36.21 37.18 Karm al-Jabal|كرم الجبل
36.20 37.09 New Aleppo|حلب الجديدة
36.25 37.17 Jandoul roundabout|دوار الجندول
36.27 37.26 Sheikh Najjar|الشيخ نجار|Шейх-Наджар
35.27 36.50 al-Tremseh|Tremseh|Treimsa|التريمسة
35.18 36.56 al-Qubeir|Qubair|القبير
35.26 36.76 Maardis|Maardas|معردس
35.39 36.49 Kurnaz|Karnaz|كرناز|Карназ
35.38 36.54 al-Hamamiyat|Hamameyat|تل الحماميات
35.13 37.27 al-Mabujah|Maboujeh|المبعوجة
35.07 36.34 Masyaf|Misyaf|مصياف|Масьяф
35.51 36.24 Shathah|Shatha|شطحة
35.21 36.43 Jubb Ramlah|جب رملة
32.69 35.98 Tell Shihab|Tal Shehab|تل شهاب
32.73 36.20 Khirbet Ghazaleh|Khirbet Ghazala|خربة غزالة
32.87 36.25 Izra|Izraa|إزرع
32.63 36.22 Saida, Daraa|صيدا الحوران
32.86 36.00 Tell al-Jumua|تل الجموع
32.99 36.06 Jasim, Daraa|مدينة جاسم
32.69 36.35 al-Karak al-Sharqi|Eastern Karak
33.05 35.87 Bir Ajam|بئر عجم
33.01 35.89 Kudna|Koudna|كودنة
33.55 36.46 Hawsh al-Dawahirah|Housh al-Dawahreh
33.62 36.58 Adra industrial city|عدرا الصناعية
33.59 36.44 Adra prison|Damascus Central Prison
33.76 36.39 Rankus|Rankous|رنكوس
34.03 36.58 Flita|Fleita|فليطة|Флита
33.86 36.41 Assal al-Ward|عسال الورد
33.82 36.51 Jubbadin|جبعدين
33.65 35.97 Jdeidet Yabous|Jdeidat Yabous
34.10 36.77 Deir Atiyah|Deir Attiyeh|دير عطية
33.81 36.16 Serghaya|سرغايا
34.31 36.93 Sadad|Садад
34.41 36.76 Hisya|Hassia|حسياء
34.80 36.71 Teir Maalah|Tir Maala|تير معلة
34.45 36.56 Rablah|Rableh|ربلة
34.68 38.59 Arak gas field
34.71 38.79 al-Hail gas field|حقل الهيل
34.44 39.76 al-Humaimah|Хумейма
34.57 40.93 al-Shafa|al-Shaafah|الشعفة
34.78 40.72 Gharanij|Granij|غرانيج
34.81 40.66 Abu Hamam|Abu Hammam|أبو حمام
34.80 40.60 al-Kishkiyah|الكشكية
36.08 40.66 al-Sabaa wa Arbain
35.08 39.68 Kabajib|Kobajjep|كباجب
35.24 40.12 Jabal al-Thardah|Mount Tharda
35.61 39.82 al-Tibni|Tabni|التبني
35.77 39.40 Ghanim al-Ali|Ghanem al-Ali|غانم العلي
35.76 39.60 Maadan|Ma'adan|معدان
35.81 39.26 al-Sabkha|al-Sabkhah|السبخة
36.37 38.85 Brigade 93 base|اللواء 93
35.90 38.48 Qalaat Jaabar|قلعة جعبر|Caber Kalesi
36.53 39.07 Hammam al-Turkman|حمام التركمان
36.48 40.76 Ghuwayran prison|al-Sinaa prison|سجن الصناعة
37.05 41.27 Alaya prison|سجن علايا
36.85 40.16 Alouk|Allouk|علوك
37.03 41.55 Tirbespiyê|al-Qahtaniyah, Hasakah
32.85 36.63 Shahba|شهبا
32.54 36.60 al-Qurayya|Qrayya|القريا
32.71 36.45 al-Thaala|الثعلة
35.79 36.04 Rabia, Latakia|Rabi'ah
35.67 36.13 Durin, Latakia|Dourin|دورين
35.67 35.80 Burj Islam|برج إسلام
35.16 35.96 al-Marqab|Marqab Castle|قلعة المرقب
35.47 35.92 Istamo air base|Stamo airbase
33.51 36.26 al-Mouwasat Hospital|مشفى المواساة
33.57 36.23 Jamraya research centre
33.56 36.32 Barzah Research and Development Center|Barzeh research centre
33.53 36.29 Rukn al-Din|ركن الدين
36.53 36.81 Afrin district|منطقة عفرين
35.75 36.54 Ariha district|منطقة أريحا
36.39 36.69 Jindires subdistrict|ناحية جنديرس
36.21 36.77 al-Dana sub-district|ناحية الدانا
35.51 40.66 al-Suwar subdistrict
36.51 36.87 al-Shifa hospital, Afrin|Afrin hospital|مشفى الشفاء بعفرين
35.61 36.56 Kafr Nabl Surgical Hospital|Kafranbel Surgical Hospital|مشفى كفرنبل الجراحي
36.60 37.51 Euphrates Shield area|منطقة درع الفرات
35.24 35.89 Syrian coast|الساحل السوري
34.26 36.42 Ras Baalbek|رأس بعلبك
"""

CASES = [
    pytest.param(float(lat), float(lon), name, id=name)
    for lat, lon, names in (line.split(" ", 2) for line in SPELLINGS.strip().splitlines())
    for name in names.split("|")
]


def test_there_are_enough_of_them() -> None:
    assert len(SPELLINGS.strip().splitlines()) >= 220
    assert len(CASES) >= 600


@pytest.mark.parametrize(("lat", "lon", "name"), CASES)
def test_each_spelling_finds_its_place(
    gazetteer: Gazetteer, lat: float, lon: float, name: str
) -> None:
    found = [match.place for match in gazetteer.find(name)]
    assert any(distance_km(lat, lon, each.lat, each.lon) <= 3 for each in found), found[:4]
