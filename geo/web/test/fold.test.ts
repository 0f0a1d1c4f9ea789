import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { fold, hitsIn, pieces, snippet, termsOf } from "../src/fold";

test("case, marks and ways of writing make no difference", () => {
  for (const [one, other] of [
    ["İDLİB", "idlib"], ["IDLIB", "ıdlıb"], ["Diyarbakır", "DIYARBAKIR"], ["Şanlıurfa", "sanliurfa"], ["Çatışma", "catisma"],
    ["Évry", "evry"], ["Œuvre", "oeuvre"], ["Straße", "STRASSE"], ["Łódź", "lodz"], ["ﬁre", "fire"], ["Ａｌｅｐｐｏ", "aleppo"],
    ["إدلب", "ادلب"], ["أريحا", "اريحا"], ["آمد", "امد"], ["الرقّة", "الرقه"], ["مُصطفى", "مصطفي"], ["حـــلب", "حلب"], ["مسؤول", "مسوول"],
    ["تهران ایران", "تهران ايران"], ["كوباني", "کوبانی"], ["٢٠٢٠", "2020"], ["۲۰۲۰", "2020"],
    ["Ma‘arrat", "Maarrat"], ["Da'esh", "Daesh"], ["al-Bab", "al Bab"], ["Киї\u0301в", "КИЇВ"], ["ΟΔΌΣ", "οδος"], ["\u200bzero", "zero"], ["\u202eevil\u202c", "evil"],
  ] as const) equal(fold(one), fold(other), `${one} ${other}`);
  ok(fold("حلب") !== fold("حمص"));
});

test("a search is its different words", () => {
  deepEqual(termsOf("  Al-Bab  al BAB\tcity "), ["al", "bab", "city"]);
  deepEqual(termsOf(" - \u200b ' "), []);
  equal(termsOf(Array.from({ length: 40 }, (_, i) => `w${i}`).join(" ")).length, 16);
});

test("what was searched for is marked in the letters of the text", () => {
  deepEqual(pieces("Near İdlib.", termsOf("idlib")), [
    { text: "Near ", hit: false }, { text: "İdlib", hit: true }, { text: ".", hit: false },
  ]);
  deepEqual(pieces("في إِدْلِب اليوم", termsOf("ادلب")).filter(({ hit }) => hit), [{ text: "إِدْلِب", hit: true }]);
  deepEqual(pieces("e\u0301te\u0301", termsOf("ete")), [{ text: "e\u0301te\u0301", hit: true }]);
  deepEqual(hitsIn("aaa aab", ["aa", "aab"]), [[0, 2], [4, 7]]);
  deepEqual(pieces("abc", []), [{ text: "abc", hit: false }]);
  for (const text of ["", "Straße 😀 ﬁn", "\u200b", "مرحبا {{1}}"]) {
    equal(pieces(text, ["s", "f", "1"]).map((piece) => piece.text).join(""), text);
  }
});

test("a snippet is cut round what was found, never inside a letter", () => {
  const long = `${"a ".repeat(100)}needle ${"b ".repeat(100)}`;
  const cut = snippet(long, ["needle"], 60);
  ok(cut.startsWith("…") && cut.endsWith("…") && cut.indexOf("needle") < 30);
  equal(snippet("short", ["t"], 60), "short");
  equal(snippet(long, [], 20), "a a a a a a a a a a…");
  equal(snippet("😀".repeat(50), [], 10), `${"😀".repeat(10)}…`);
});
