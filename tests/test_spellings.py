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
"""

CASES = [
    pytest.param(float(lat), float(lon), name, id=name)
    for lat, lon, names in (line.split(" ", 2) for line in SPELLINGS.strip().splitlines())
    for name in names.split("|")
]


def test_there_are_enough_of_them() -> None:
    assert len(SPELLINGS.strip().splitlines()) >= 120
    assert len(CASES) >= 300


@pytest.mark.parametrize(("lat", "lon", "name"), CASES)
def test_each_spelling_finds_its_place(
    gazetteer: Gazetteer, lat: float, lon: float, name: str
) -> None:
    found = [match.place for match in gazetteer.find(name)]
    assert any(distance_km(lat, lon, each.lat, each.lon) <= 3 for each in found), found[:4]
