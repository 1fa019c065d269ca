package org.mentoringroadmap.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasedNamesTest {
    private static final PersonDetails PERSON = PersonDetails.named("Примерский-Ёлкин", "Пётр", "Ильич", null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Примерский-Елкин Петр Ильич",
                "П. И. Примерский-Ёлкин",
                "П.И.Примерского-Ёлкина",
                "Примерскому-Ёлкину П. И.",
                "ПЁТР ПРИМЕРСКИЙ-ЁЛКИН",
                "с Петром Ильичом Примерским-Ёлкиным",
                "Примерский-Ёлкин_Пётр.pdf",
                "Пётр.Примерский-Ёлкин.jpg",
                "https://disk.example/Примерский-Ёлкин-Пётр+Ильич.pdf"
            })
    void aNameIsFoundInAnyCaseAndOrder(String text) {
        ErasedNames names = ErasedNames.of(List.of(PERSON), familyName -> false);

        assertThat(names.in(text)).isTrue();
        assertThat(names.without(text)).contains("[…]").doesNotContainIgnoringCase("примерск");
    }

    @Test
    void aNameIsFoundInAnAddressThatABrowserHasEncoded() {
        ErasedNames names =
                ErasedNames.of(List.of(PersonDetails.named("Щукин", "Юрий", "Ильич", null)), familyName -> false);
        String address = "https://disk.example/%D0%A9%D1%83%D0%BA%D0%B8%D0%BD%20%D0%AE%D1%80%D0%B8%D0%B9.png";

        assertThat(names.without(address + ", Щукин Юрий")).isEqualTo("https://disk.example/[…].png, […]");
        assertThat(names.without("100 %, a%20b, %D0%A9%D1%83%D0%BA%D0%B0"))
                .isEqualTo("100 %, a%20b, %D0%A9%D1%83%D0%BA%D0%B0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Schukin_Yuriy.jpg",
                "yuri.shchukin",
                "shukin-yu.pdf",
                "IMG Shchukina Yuria 2.png",
                "Y. Shchukin",
                "iu_sukin_2026.docx"
            })
    void aNameIsFoundInLatinLetters(String text) {
        ErasedNames names =
                ErasedNames.of(List.of(PersonDetails.named("Щукин", "Юрий", "Ильич", null)), familyName -> false);

        assertThat(names.without(text)).contains("[…]").doesNotContainIgnoringCase("ukin");
        assertThat(names.in("Shchukin.pdf")).isFalse();
        assertThat(names.in("Bunin_Yuriy.jpg")).isFalse();
    }

    @Test
    void theLatinFamilyNameAloneIsEnoughWhereNobodyElseHasIt() {
        ErasedNames names =
                ErasedNames.of(List.of(PersonDetails.named("Щукин", "Юрий", null, null)), familyName -> true);

        assertThat(names.without("yschukin, Shchukina.pdf")).isEqualTo("[…], […].pdf");
        assertThat(ErasedNames.of(List.of(PersonDetails.named("Ли", "Анна", null, null)), familyName -> true)
                        .in("list a.pdf, link: A. Line"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Примерский-Ёлкин", "Пётр Ильич", "Примерский А. Б.", "Примерские ёлки", ""})
    void lessIsNobody(String text) {
        ErasedNames names = ErasedNames.of(List.of(PERSON), familyName -> false);

        assertThat(names.in(text)).isFalse();
        assertThat(names.without(text)).isEqualTo(text);
    }

    @Test
    void theFamilyNameAloneIsEnoughWhereNobodyElseHasIt() {
        ErasedNames names = ErasedNames.of(List.of(PERSON), familyName -> true);

        assertThat(names.without("Слово дали Примерскому-Ёлкину, потом всем")).isEqualTo("Слово дали […], потом всем");
    }

    @Test
    void theRepresentativeAndTheContactsGoToo() {
        PersonDetails child = new PersonDetails(
                "Ли",
                "Анна",
                null,
                null,
                "8 900 000-00-01",
                "a@example.org",
                null,
                null,
                null,
                "Образцова Мария Петровна",
                "мать",
                null);
        ErasedNames names = ErasedNames.of(List.of(child), familyName -> false);

        assertThat(names.without("Звонили М. П. Образцовой, 8 900 000-00-01, a@example.org, о Ли Анне"))
                .isEqualTo("Звонили […], […], […], о […]");
        assertThat(names.in("Лидер Анна")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "89000000001",
                "+7 (900) 000-00-01",
                "7 900 000 00 01",
                "900-000-00-01",
                "8(911)000-00-02",
                "+79110000002"
            })
    void aTelephoneIsTheSameHoweverItIsWritten(String typed) {
        PersonDetails child = new PersonDetails(
                "Ли",
                "Анна",
                null,
                null,
                "8 900 000-00-01, +7 911 000 00 02",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        ErasedNames names = ErasedNames.of(List.of(child), familyName -> false);

        assertThat(names.without("Звонить: " + typed + ".")).isEqualTo("Звонить: […].");
        assertThat(names.in("Договор 1890000000010")).isFalse();
    }
}
