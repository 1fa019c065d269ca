package org.mentoringroadmap.roadmap.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken as hands, other editors and the way between two computers break them. */
class ParserWordsTest {
    private static final Path MODEL = Path.of("processes/blocks/activity.bpmn");
    private static final Path TABLE = Path.of("processes/decisions/matching-policy.dmn");

    /** What may stand in Latin letters outside quotation marks. */
    private static final Pattern KNOWN = Pattern.compile("«[^»]*»|Camunda|Modeler|BPMN|DMN|UTF-8|ID|DOCTYPE|\\d+");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    </bpmn:userTask>                 | ``                              | тег «bpmn:userTask» открыт и не закрыт
                    </bpmn:definitions>              | ``                              | файл обрывается
                    <bpmn:definitions                | лишнее <bpmn:definitions        | рядом с моделью стоит лишний текст
                    </bpmn:definitions>              | </bpmn:definitions><a/>         | как будто склеены два файла
                    <bpmn:definitions                | <!DOCTYPE a><bpmn:definitions   | (DOCTYPE)
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" | ``            | приставка «camunda:» нигде не объяснена
                    name="Мероприятие"               | name="Мероприятие" name="Дело"  | дважды записано «name»
                    name="Мероприятие"               | name="Мероприятие & дело"       | знак «&»
                    name="Мероприятие"               | name="Мероприятие &дело; "      | знак «&»
                    name="Мероприятие"               | name="<Мероприятие>"            | в значении «name» стоит знак
                    name="Мероприятие"               | name=Мероприятие                | нарушена запись тега
                    name="Мероприятие"               | name                            | нарушена запись тега
                    name="Мероприятие"               | name="Мероприятие&#1;"          | знак, которого в модели быть не может
                    <bpmn:userTask                   | <bpmn:humanTask                 | тег «bpmn:humanTask» открыт и не закрыт
                    <bpmn:process id="activity"      | <bpmn:process id="моё дело"     | ID «моё дело» записан неверно
                    <bpmn:process id="activity"      | <bpmn:process id="1"            | ID «1» записан неверно
                    isExecutable="true"              | isExecutable="да"               | значение «да» здесь не подходит
                    <bpmn:process id="activity"      | <bpmn:process colour="red" id="activity" | у элемента «process» не бывает «colour»
                    targetNamespace="http://bpmn.io/schema/bpmn" | ``                  | у элемента «definitions» не указано «targetNamespace»
                    id="Start_Activity"              | id="Task_RecordOutcome"         | ID «Task_RecordOutcome» есть у двух элементов
                    sourceRef="Start_Activity"       | ``                              | не указано «sourceRef»
                    """)
    void aModel(String right, String wrong, String words) throws IOException {
        String model = Files.readString(MODEL);
        String edited = model.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong.replace("$", "\\\\$"));
        assertThat(edited).isNotEqualTo(model);

        String said = ofModel(edited.getBytes(StandardCharsets.UTF_8));

        assertThat(said).contains(words).containsPattern("строка \\d+: |^");
        assertRussian(said);
    }

    @Test
    void itsLineIsNamed() throws IOException {
        String said =
                ofModel(Files.readString(MODEL).replace("</bpmn:userTask>", "").getBytes(StandardCharsets.UTF_8));

        assertThat(said).matches("строка \\d{2,}: тег .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "модель",
                "{\"id\": 1}",
                "\u0000\u0001",
                "<",
                "<a",
                "<a/>",
                "<definitions/>",
                "PK\u0003\u0004"
            })
    void whatIsNoModelAtAll(String content) {
        assertRussian(ofModel(content.getBytes(StandardCharsets.UTF_8)));
        assertRussian(ofTable(content.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "IBM866"})
    void anotherEncodingThanItSays(String charset) throws IOException {
        byte[] model = Files.readString(MODEL).getBytes(Charset.forName(charset));

        assertThat(ofModel(model)).contains("не в той кодировке");
    }

    @Test
    void anEncodingThatNobodyKnows() throws IOException {
        assertThat(ofModel(Files.readString(MODEL)
                        .replace("encoding=\"UTF-8\"", "encoding=\"russian\"")
                        .getBytes(StandardCharsets.UTF_8)))
                .contains("не в той кодировке");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    </decision>                      | ``                              | тег «decision» открыт и не закрыт
                    <decision id="matching-policy"   | <decision id="правила подбора"  | ID «правила подбора» записан неверно
                    hitPolicy="UNIQUE"               | hitPolicy="ОДНА"                | значение «ОДНА» здесь не подходит
                    <output id                       | <column/><output id             | элемента «column» здесь быть не может
                    """)
    void aTable(String right, String wrong, String words) throws IOException {
        String edited = Files.readString(TABLE).replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong);

        String said = ofTable(edited.getBytes(StandardCharsets.UTF_8));

        assertThat(said).contains(words);
        assertRussian(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"id\": }", "{\"id\": \"a\",}", "{'id': 'a'}", "[1 2]", "модель", "{\"id\": \"a\"} конец"
            })
    void aForm(String content) {
        String said = ParserWords.of(catchThrowable(() -> new ObjectMapper()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(content)));

        assertThat(said).startsWith("строка 1: ").contains("не хватает скобки");
        assertRussian(said);
    }

    @Test
    void aFormInAnotherEncoding() {
        byte[] form = "{\"id\": \"форма\"}".getBytes(Charset.forName("windows-1251"));

        assertThat(ParserWords.of(
                        catchThrowable(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(form)))))
                .contains("не в той кодировке");
    }

    private static String ofModel(byte[] model) {
        Throwable failure = catchThrowable(() -> Bpmn.readModelFromStream(new ByteArrayInputStream(model)));
        assertThat(failure).isNotNull();
        return ParserWords.of(model, failure);
    }

    private static String ofTable(byte[] table) {
        Throwable failure = catchThrowable(() -> Dmn.readModelFromStream(new ByteArrayInputStream(table)));
        assertThat(failure).isNotNull();
        return ParserWords.of(table, failure);
    }

    private static void assertRussian(String said) {
        assertThat(KNOWN.matcher(said).replaceAll(""))
                .containsPattern("\\p{IsCyrillic}{3}")
                .doesNotContainPattern("[A-Za-z]");
    }
}
