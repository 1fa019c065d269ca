package org.mentoringroadmap.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row of one file says is compared with the sections and tables of another file in which it is printed. */
class RowsOnPaperTest {
    private static final String MASTER = "sample-roadmap.bpmn";

    /** Where properties of the master begin, of its first stage, and of a row of that stage. */
    private static final String OF_MASTER = "camunda:historyTimeToLive=\"P1825D\">";

    private static final String OF_STAGE = "<camunda:property name=\"roadmapStage\" value=\"1\" />";
    private static final String OF_ROW = "<camunda:property name=\"roadmapDue\" value=\"в течение года\" />";
    private static final String ITEM = "\"000-1.2.1\"";

    /** Sections repeat another row, so that none is empty. */
    private static final String OTHER_ITEM = "\"000-1.10.1\"";

    private static final String COLUMNS = property("roadmapColumns", "№; содержание; соисполнители; Место");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Канал = радио              | 1.2.1       | графы «Канал» нет в таблице",
                "Канал = радио              | IV.1        | ''",
                "Канал = радио              | 1.2.1, IV.1 | ''",
                "Место = зал                | 1.2.1       | ''",
                "Место = зал                | IV.1        | графы «Место» нет в таблице",
                "Место = холл; Место = двор | 1.2.1       | для графы «Место» написано дважды",
                "Место = холл; МЕСТО = двор | 1.2.1       | для графы «МЕСТО» написано дважды",
                "Соисполнители = все        | 1.2.1       | ''",
                "результат = план           | 1.2.1       | графу «результат» заполняет поле «Результат»",
                "Сроки = май                | 1.2.1       | графу «Сроки» заполняет поле «Срок»",
                "№ = 5                      | 1.2.1       | графу «№» заполняет поле «Пункт дорожной карты»",
                "этап = первый              | 1.2.1       | графа «этап» заполняется по рисунку"
            })
    void aCellNeedsAColumnInATableOfItsRow(String cells, String items, String advice) {
        String master = COLUMNS
                + property("roadmapSections", "IV. Медиаплан; А. Приложение")
                + property("roadmapTable", "№; содержание; Канал");

        assertAdvice(advices(master, "", property("roadmapCells", cells), items), advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Канал = радио | ''", "Место = зал | графы «Место» нет в таблице"})
    void aStageMayHaveATableOfItsOwn(String cells, String advice) {
        String table = property("roadmapTable", "№; содержание; Канал");

        assertAdvice(advices(COLUMNS, table, property("roadmapCells", cells), "1.2.1"), advice);
    }

    @Test
    void aColumnThatHasAFieldIsSaidOnce() {
        assertAdvice(
                advices(
                        COLUMNS,
                        "",
                        property("roadmapCoExecutors", "педагоги") + property("roadmapCells", "Соисполнители = все"),
                        "1.2.1"),
                "для графы «Соисполнители» написано дважды");
    }

    /** {@code IV} is a section, and so is the Russian letter А. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2.1      | ''",
                "IV.3       | ''",
                "А.3        | ''",
                "A.3        | номер «A.3» в поле «Пункт дорожной карты» отличается от раздела А только алфавитом",
                "В.7        | номер «В.7» в поле «Пункт дорожной карты» не относится ни к одному разделу",
                "1.2.1, B.7 | номер «B.7» в поле «Пункт дорожной карты» не относится ни к одному разделу",
                "V.1        | номер «V.1» в поле «Пункт дорожной карты» не относится ни к одному разделу",
                "P4.1       | номер «P4.1» в поле «Пункт дорожной карты» не относится ни к одному разделу",
                "3.1        | номер «3.1» в поле «Пункт дорожной карты» не относится ни к одному разделу",
                "0.1        | ''",
                "17         | ''"
            })
    void aNumberBelongsToASectionOfThePaper(String items, String advice) {
        String master = property("roadmapSections", "IV. Медиаплан; А. Приложение");

        assertAdvice(advices(master, "", "", items), advice);
    }

    private static String property(String name, String value) {
        return "<camunda:property name=\"%s\" value=\"%s\" />".formatted(name, value);
    }

    /** @param advice the only one, or its beginning; empty where nothing is refused */
    private static void assertAdvice(List<String> advices, String advice) {
        if (advice.isEmpty()) {
            assertThat(advices).isEmpty();
        } else {
            assertThat(advices).singleElement().asString().startsWith(advice);
        }
    }

    private static List<String> advices(String ofMaster, String ofStage, String ofRow, String items) {
        Map<String, String> edited = Map.of(
                MASTER,
                replaced(
                        replaced(
                                SampleModels.text(MASTER),
                                OF_MASTER,
                                OF_MASTER + "<bpmn:extensionElements><camunda:properties>" + ofMaster
                                        + "</camunda:properties></bpmn:extensionElements>"),
                        OF_STAGE,
                        OF_STAGE + ofStage),
                SampleModels.STAGE,
                replaced(
                        replaced(
                                replaced(SampleModels.text(SampleModels.STAGE), OF_ROW, OF_ROW + ofRow),
                                ITEM,
                                "\"" + items + "\""),
                        OTHER_ITEM,
                        ofMaster.contains("IV") ? "\"1.10.1, IV.9, А.9\"" : OTHER_ITEM));
        List<ModelFile> deployment = Stream.concat(
                        SampleModels.good().stream().filter(file -> !edited.containsKey(file.name())),
                        edited.entrySet().stream().map(file -> ModelFile.of(file.getKey(), file.getValue())))
                .toList();
        return new ModelChecker()
                .check(deployment, SampleModels.CONTEXT).stream()
                        .map(ModelProblem::advice)
                        .collect(Collectors.toList());
    }

    private static String replaced(String text, String part, String by) {
        assertThat(text).contains(part);
        return text.replace(part, by);
    }
}
