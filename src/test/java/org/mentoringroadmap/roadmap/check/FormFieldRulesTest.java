package org.mentoringroadmap.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that an administrator adds to a form that ships: those that stop the tasks of a school, and those that do not. */
class FormFieldRulesTest {
    private static final Path FORM = Path.of("forms/tasks/event-report.form");

    @Test
    void namesAReadOnlyMandatoryFieldByItsLabel() throws IOException {
        assertThat(texts("""
                {"type": "textfield", "key": "room", "label": "Кабинет", "readonly": true, "validate": {"required": true}}"""))
                .containsExactly(
                        "event-report.form, «Кабинет» (room): поле обязательно, но только для чтения: заполнить его"
                                + " нельзя, и задачу не завершить. Снимите «Required» или «Read only».");
    }

    @Test
    void namesBothFieldsOfOneKey() throws IOException {
        assertThat(texts("""
                {"type": "textarea", "key": "note", "label": "Что ещё"}"""))
                .singleElement()
                .asString()
                .contains("ключ «note» уже есть у поля «", "форма не откроется");
    }

    @Test
    void namesAnIdThatIsTaken() throws IOException {
        assertThat(texts("""
                {"type": "textfield", "id": "Field_Note", "key": "room", "label": "Кабинет"}"""))
                .singleElement()
                .asString()
                .contains("«Кабинет» (Field_Note)", "идентификатор «Field_Note» уже занят");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a condition that some answer lifts, or that goes by a variable of the process
                "\"type\": \"textfield\", \"validate\": {\"required\": true}, \"conditional\": {\"hide\": \"=outcome != \\\"done\\\"\"}",
                "\"type\": \"textfield\", \"validate\": {\"required\": true}, \"conditional\": {\"hide\": \"=eventKind != \\\"council\\\"\"}",
                "\"type\": \"textfield\", \"readonly\": true",
                "\"type\": \"textfield\", \"readonly\": false, \"disabled\": false, \"validate\": {\"required\": true}",
                "\"type\": \"textfield\", \"validate\": {\"minLength\": 5, \"maxLength\": 5}, \"defaultValue\": \"пятёр\"",
                "\"type\": \"textfield\", \"validate\": {\"pattern\": \"^[а-яё]{1,5}(-\\\\d+)?$\"}, \"defaultValue\": \"да-12\"",
                "\"type\": \"textfield\", \"defaultValue\": \"\", \"validate\": {\"required\": true, \"minLength\": 3}",
                "\"type\": \"number\", \"validate\": {\"min\": 3, \"max\": 3}, \"decimalDigits\": 0, \"defaultValue\": 3",
                "\"type\": \"number\", \"validate\": {\"min\": \"=1 + 1\", \"max\": 3}, \"increment\": \"0.5\", \"defaultValue\": 2.5",
                "\"type\": \"checkbox\", \"defaultValue\": true, \"validate\": {\"required\": true}",
                "\"type\": \"select\", \"valuesExpression\": \"=[\\\"а\\\", \\\"б\\\"]\", \"validate\": {\"required\": true}",
                "\"type\": \"checklist\", \"values\": [{\"label\": \"Да\", \"value\": \"yes\"}], \"defaultValue\": [\"yes\"]",
                "\"type\": \"datetime\", \"dateLabel\": \"День\", \"defaultValue\": \"2026-11-10\"",
                "\"type\": \"datetime\", \"subtype\": \"time\", \"timeLabel\": \"Во сколько\""
            })
    void acceptsWhatCanBeFilledIn(String settings) throws IOException {
        assertThat(texts("{\"key\": \"room\", \"label\": \"Кабинет\", " + settings + "}"))
                .isEmpty();
    }

    @Test
    void acceptsAFormThatNotepadSavedWithItsMark() throws IOException {
        String text = "\ufeff" + Files.readString(FORM);

        assertThat(check(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    /** A browser would read rubbish in it. */
    @Test
    void refusesAFormInAnotherEncoding() throws IOException {
        assertThat(check(Files.readString(FORM).getBytes(StandardCharsets.UTF_16)))
                .extracting(ModelProblem::rule)
                .containsExactly(ModelRule.UNREADABLE_FORM);
    }

    /** A form goes to the browser whenever its task is opened. */
    @Test
    void refusesAFormThatIsTooLarge() throws IOException {
        String field = "{\"type\": \"text\", \"id\": \"Text_1\", \"text\": \"Текст\"}";
        String group = "{\"type\": \"group\", \"id\": \"Group_1\", \"label\": \"Часть\", \"components\": [";
        String wide = String.join(",", Collections.nCopies(400, field));
        String deep = group.repeat(40) + field + "]}".repeat(40);
        String long_ = field.replace("Текст", "Текст ".repeat(100_000));

        for (String large : List.of(wide, deep, long_)) {
            assertThat(texts(large)).singleElement().asString().contains("больше, чем формы бывают");
        }
        assertThat(texts(String.join(",", Collections.nCopies(50, field))))
                .noneMatch(text -> text.contains("больше, чем формы бывают"));
    }

    private static List<String> texts(String field) throws IOException {
        String text = Files.readString(FORM);
        int end = text.lastIndexOf(']');
        String more = text.substring(0, end) + "," + field + text.substring(end);
        return check(more.getBytes(StandardCharsets.UTF_8)).stream()
                .map(ModelProblem::text)
                .toList();
    }

    private static List<ModelProblem> check(byte[] form) {
        return new ModelChecker().check(List.of(new ModelFile("event-report.form", form)), SampleModels.CONTEXT);
    }
}
