package org.mentoringroadmap.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormShapeTest {
    private static final String FORM = """
            {"id": "form", "type": "default", "components": [
              {"type": "text", "text": "Прочитайте."},
              {"type": "radio", "id": "Field_Outcome", "key": "outcome", "label": "Итог",
               "values": [{"label": "Да", "value": "done"}, {"label": "Нет", "value": "not-held"}]},
              {"type": "group", "label": "Ещё", "components": [
                {"type": "textfield", "key": "note", "label": "Примечание", "validate": {"maxLength": 50}}]},
              {"type": "datetime", "key": "date", "dateLabel": "Когда", "subtype": "date", "validate": {"required": true}}]}""";

    @Test
    void readsFieldsOfAllGroups() {
        assertThat(shape(FORM).names()).containsExactlyInAnyOrder("outcome", "note", "date");
        assertThat(FormShape.of("{".getBytes(StandardCharsets.UTF_8)).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Прочитайте. > Прочитайте внимательно.",
                "\"label\": \"Итог\" > \"label\": \"Чем закончилось\", \"description\": \"Выберите одно.\"",
                "\"label\": \"Да\" > \"label\": \"Да, проведено\"",
                "\"id\": \"Field_Outcome\" > \"id\": \"Field_1\", \"layout\": {\"row\": \"Row_1\"}",
                "\"dateLabel\": \"Когда\" > \"dateLabel\": \"В какой день\"",
                "{\"type\": \"text\", > {\"type\": \"textfield\", \"key\": \"room\", \"label\": \"Кабинет\"}, {\"type\": \"text\",",
            })
    void otherWordsAndOptionalFieldsReplaceAnEarlierEdition(String edit) {
        assertThat(shape(edited(edit)).replaces(shape(FORM))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"key\": \"note\" > \"key\": \"remark\"",
                "\"textfield\", \"key\": \"note\" > \"number\", \"key\": \"note\"",
                "{\"type\": \"textfield\", \"key\": \"note\", \"label\": \"Примечание\", \"validate\": {\"maxLength\": 50}} > ",
                "\"maxLength\": 50 > \"maxLength\": 20",
                "\"maxLength\": 50 > \"maxLength\": 50, \"required\": true",
                ", {\"label\": \"Нет\", \"value\": \"not-held\"} > ",
                "\"value\": \"not-held\" > \"value\": \"cancelled\"",
                "\"subtype\": \"date\" > \"subtype\": \"datetime\"",
                "\"label\": \"Ещё\" > \"label\": \"Ещё\", \"conditional\": {\"hide\": \"=outcome = \\\"done\\\"\"}",
                "\"key\": \"note\" > \"readonly\": true, \"key\": \"note\"",
                "{\"type\": \"text\", > {\"type\": \"textfield\", \"key\": \"room\", \"label\": \"Кабинет\", \"validate\": {\"required\": true}}, {\"type\": \"text\",",
            })
    void anythingElseDoesNot(String edit) {
        assertThat(shape(edited(edit)).replaces(shape(FORM))).isFalse();
    }

    private static String edited(String edit) {
        String[] parts = edit.split(" > ", -1);
        assertThat(FORM).contains(parts[0]);
        return FORM.replace(parts[0], parts[1]);
    }

    private static FormShape shape(String form) {
        return FormShape.of(form.getBytes(StandardCharsets.UTF_8));
    }
}
