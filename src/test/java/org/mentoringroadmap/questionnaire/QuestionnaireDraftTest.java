package org.mentoringroadmap.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.questionnaire.QuestionnaireDraft.Kind;
import org.mentoringroadmap.questionnaire.QuestionnaireDraft.Line;
import org.mentoringroadmap.questionnaire.QuestionnaireDraft.Problem;

/** What is worded on a page and what of the form stays as it was. */
class QuestionnaireDraftTest {
    private static final JsonNode SURVEY = QuestionnaireReader.tree("""
            {"id": "survey", "type": "default", "components": [
              {"id": "Text_Intro", "type": "text", "text": "Ответьте.", "properties": {"questionnaire": "Опрос"}},
              {"id": "Field_Help", "type": "radio", "key": "help", "label": "С чем помочь?", "values": [
                {"label": "С учёбой", "value": "study"}, {"label": "С классом", "value": "class"}]},
              {"id": "Field_Calm", "type": "radio", "key": "calm", "label": "Спокойно ли?",
                "properties": {"scale": "direct", "measures": "anxiety"}, "values": [
                {"label": "нет", "value": "0"}, {"label": "да", "value": "1"}]},
              {"id": "Field_Age", "type": "number", "key": "age", "label": "Сколько лет?", "validate": {"min": 6, "max": 19}}
            ]}
            """);

    static Stream<Path> shipped() throws IOException {
        return Files.list(Path.of("forms", "questionnaires"))
                .filter(file -> file.toString().endsWith(".form"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatNobodyChangesAsksTheSame(Path file) throws IOException {
        String form = Files.readString(file);
        Questionnaire before = QuestionnaireReader.read(form).orElseThrow();
        JsonNode tree = QuestionnaireReader.tree(form);
        QuestionnaireDraft draft = QuestionnaireDraft.read(tree);

        assertThat(draft.problems()).isEmpty();
        assertThat(QuestionnaireReader.read(draft.write(tree, before.key()).toString()))
                .contains(before);
    }

    private static Line reworded(Line line, String words, String offered) {
        return new Line(
                line.id(),
                line.kind(),
                words,
                line.hint(),
                line.required(),
                line.reversed(),
                offered,
                line.min(),
                line.max());
    }

    private static List<Item.Question> questions(QuestionnaireDraft draft) {
        return QuestionnaireReader.read(draft.write(SURVEY, "survey").toString())
                .orElseThrow()
                .questions();
    }

    private static QuestionnaireDraft with(Line... lines) {
        return new QuestionnaireDraft("Опрос", "Ответьте.", Questionnaire.Asks.ROW, List.of(lines));
    }

    @Test
    void otherWordsKeepTheKeysByWhichAnswersAreKept() {
        List<Line> lines = QuestionnaireDraft.read(SURVEY).lines();
        var choice = (Item.Choice) questions(with(reworded(lines.get(0), "Нужна ли помощь?", "С учёбой\nС друзьями")))
                .get(0);
        assertThat(choice.key()).isEqualTo("help");
        assertThat(choice.label()).isEqualTo("Нужна ли помощь?");
        assertThat(choice.options())
                .containsExactly(new Item.Option("study", "С учёбой"), new Item.Option("class", "С друзьями"));

        var changed =
                (Item.Choice) questions(with(reworded(lines.get(0), "Помощь?", "С классом\n\n С домом \nС учёбой")))
                        .get(0);
        assertThat(changed.options())
                .containsExactly(
                        new Item.Option("class", "С классом"),
                        new Item.Option("o1", "С домом"),
                        new Item.Option("study", "С учёбой"));
    }

    /** An answer that is added goes into no card; one that is gone takes with it what was said of it. */
    @Test
    void whatIsSaidOfAnswersFollowsThem() {
        JsonNode form = QuestionnaireReader.tree("""
                {"id": "survey", "type": "default", "components": [
                  {"id": "Text_Intro", "type": "text", "text": "Ответьте.", "properties": {"questionnaire": "Опрос"}},
                  {"id": "Field_Help", "type": "checklist", "key": "help", "label": "С чем помочь?", "properties": {
                    "register": "requests", "registerWords": "study=Учёба; class=Класс; home=Дом", "helpAsked": "home"},
                    "values": [{"label": "С учёбой", "value": "study"}, {"label": "С классом", "value": "class"},
                    {"label": "Дома", "value": "home"}]}
                ]}
                """);
        Line help = QuestionnaireDraft.read(form).lines().get(0);

        var added = uses(form, reworded(help, help.words(), "С уроками\nС классом\nДома\nС друзьями"));
        assertThat(added.words()).containsOnlyKeys("study", "class", "home");
        assertThat(added.helpAsked()).containsExactly("home");
        var gone = uses(form, reworded(help, help.words(), "С классом\nС учёбой"));
        assertThat(gone.words()).containsOnlyKeys("study", "class");
        assertThat(gone.helpAsked()).isEmpty();
        assertThat(gone.register()).isEqualTo("requests");
        var others = uses(form, reworded(help, help.words(), "Никто\nНичто\nНигде\nНикогда"));
        assertThat(others).isEqualTo(FieldUse.NONE);
        assertThat(QuestionnaireDraft.cardNotes(form).get("Field_Help").words())
                .containsExactly(
                        new QuestionnaireDraft.CardWord("С учёбой", "Учёба"),
                        new QuestionnaireDraft.CardWord("С классом", "Класс"),
                        new QuestionnaireDraft.CardWord("Дома", "Дом"));
    }

    private static FieldUse uses(JsonNode form, Line line) {
        Questionnaire read = QuestionnaireReader.read(
                        with(line).write(form, "survey").toString())
                .orElseThrow();
        return read.use(read.questions().get(0));
    }

    @Test
    void aScaleGoesOnFromItsFirstPointAndMeasuresTheSame() {
        Line scale = QuestionnaireDraft.read(SURVEY).lines().get(1);
        var scaled = (Item.Scale) questions(with(reworded(scale, scale.words(), "нет\nиногда\nда")))
                .get(0);
        assertThat(scaled.measures()).isEqualTo("anxiety");
        assertThat(scaled.points()).extracting(Item.Option::value).containsExactly("0", "1", "2");
    }

    @Test
    void whatHasNoWordsIsLeftOutAndWhatIsNewGetsAKeyOfItsOwn() {
        List<Line> lines = QuestionnaireDraft.read(SURVEY).lines();
        Line fresh =
                new Line("", Kind.SEVERAL, "Что нравится?", "Можно несколько.", true, false, "Спорт\nКниги", "", "");
        Line other = new Line("Field_Age", Kind.TEXT, "Расскажите", "", false, false, "", "", "");
        List<Item.Question> questions = questions(
                with(fresh, other, reworded(lines.get(0), " ", lines.get(0).offered()), lines.get(2)));

        assertThat(questions).extracting(Item.Question::key).containsExactly("q1", "q2", "age");
        assertThat(questions.get(0).required()).isTrue();
        assertThat(questions.get(0).description()).isEqualTo("Можно несколько.");
    }

    @Test
    void whatIsWrongIsToldByLine() {
        Line few = new Line("", Kind.ONE, "Какой?", "", false, false, "Один", "", "");
        Line twice = new Line("", Kind.ONE, "Какой?", "", false, false, "Один\nОдин", "", "");
        Line figure = new Line("", Kind.FIGURE, "Сколько?", "", false, false, "", "9", "1");
        Line points =
                new Line("", Kind.SCALE, "Как?", "", false, false, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12", "", "");
        Line longOne = new Line("", Kind.TEXT, "а".repeat(1_001), "", false, false, "", "", "");
        Line sign = new Line("", Kind.LINE, "=1 + 1?", "", false, false, "", "", "");
        assertThat(with(few, twice, figure, points, longOne, sign).problems())
                .containsExactly(
                        new Problem(1, "questionnaire.draft.few"),
                        new Problem(2, "questionnaire.draft.twice"),
                        new Problem(3, "questionnaire.draft.figure"),
                        new Problem(4, "questionnaire.draft.points"),
                        new Problem(5, "questionnaire.draft.long"),
                        new Problem(6, "questionnaire.draft.sign"));

        List<Line> many = new ArrayList<>();
        for (int i = 0; i <= QuestionnaireDraft.MAX_LINES; i++) {
            many.add(Line.empty(Kind.TEXT));
        }
        assertThat(new QuestionnaireDraft("", " ", Questionnaire.Asks.ROW, many).problems())
                .extracting(Problem::code)
                .containsExactly(
                        "questionnaire.draft.title",
                        "questionnaire.draft.intro",
                        "questionnaire.draft.many",
                        "questionnaire.draft.empty");
    }

    @Test
    void linesMoveAndStayWhereThereIsNoPlace() {
        QuestionnaireDraft draft = QuestionnaireDraft.read(SURVEY);
        assertThat(draft.withMoved(0, 1).lines()).extracting(Line::id).startsWith("Field_Calm", "Field_Help");
        assertThat(draft.withMoved(0, -1)).isEqualTo(draft);
        assertThat(draft.withMoved(2, 3)).isEqualTo(draft);
    }
}
