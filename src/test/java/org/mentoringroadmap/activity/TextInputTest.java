package org.mentoringroadmap.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextInputTest {
    @Test
    void keepsLinesAndDropsControlCharacters() {
        assertThat(TextInput.clean("  один\r\nдва\u0000\u0007  ", 100)).isEqualTo("один\nдва");
        assertThat(TextInput.clean(" \u0000 ", 100)).isNull();
        assertThat(TextInput.clean(null, 100)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://school.example/a?b=c#d,https://school.example/a?b=c#d",
        "HTTP://school.example,HTTP://school.example",
        "school.example,https://school.example",
        "школа.рф/новости,https://школа.рф/новости",
        "school.example:8080/a:b,https://school.example:8080/a:b",
    })
    void completesLinks(String typed, String kept) {
        assertThat(TextInput.link(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "https://",
                "https:///a",
                "школа",
                "a b.ru",
                "//school.example",
                "mailto:a@b.ru"
            })
    void refusesOtherSchemes(String typed) {
        assertThatThrownBy(() -> TextInput.link(typed)).hasMessageContaining("activity.link");
    }

    @ParameterizedTest
    @CsvSource({
        "на сайте школы,true",
        "школа,true",
        "school.example/a,false",
        "https://school.example,false",
        "javascript:alert(1),false",
        ",false"
    })
    void tellsWordsFromLinks(String typed, boolean words) {
        assertThat(TextInput.areWords(typed)).isEqualTo(words);
    }
}
