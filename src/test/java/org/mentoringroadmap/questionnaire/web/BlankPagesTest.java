package org.mentoringroadmap.questionnaire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.questionnaire.Item;
import org.mentoringroadmap.questionnaire.Questionnaire;
import org.mentoringroadmap.questionnaire.QuestionnaireReader;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** «Чистые бланки»: every questionnaire on paper for whom nobody knows, as rows and campaigns ask it. */
class BlankPagesTest extends PeoplePagesTestCase {
    private static final String MENTEES = "000-2.1.1";

    @Autowired
    private Editions editions;

    static Stream<Questionnaire> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms", "questionnaires"))) {
            return files.map(BlankPagesTest::read).toList().stream();
        }
    }

    private static Questionnaire read(Path file) {
        try {
            return QuestionnaireReader.read(Files.readString(file)).orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Document open(MockHttpSession session, String path) throws Exception {
        return Jsoup.parse(as(session, get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private String row(String item) {
        return "/programmes/" + programme + "/activities/" + item + "/blanks";
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyQuestionIsThereOnceAndNobodyIsNamed(Questionnaire asked) throws Exception {
        pupil("Именитов");
        Element sheet = open(session(Role.TEACHER), "/questionnaires/" + asked.key() + "/blank")
                .expectFirst("article.paper-sheet");

        assertThat(sheet.select(".paper-asked strong").eachText())
                .isEqualTo(asked.questions().stream().map(Item.Question::label).toList());
        assertThat(sheet.select("svg, .qr, .code, input, a")).isEmpty();
        assertThat(sheet.text())
                .contains("Дата:", "Участие добровольное", "Заполненный лист отдают тому, кто его выдал.")
                .doesNotContain("Именитов", "Кто собирает", "(обязательно)");
        List<Element> questions = sheet.select(".paper-question");
        for (int i = 0; i < questions.size(); i++) {
            assertHasRoomForTheAnswer(questions.get(i), asked.questions().get(i));
        }
    }

    private static void assertHasRoomForTheAnswer(Element question, Item.Question asked) {
        assertThat(question.text()).contains(asked.description());
        if (asked instanceof Item.Choice choice) {
            assertThat(question.select("li > .paper-box")).hasSameSizeAs(choice.options());
            assertThat(question.select("li").eachText())
                    .isEqualTo(choice.options().stream().map(Item.Option::label).toList());
            assertThat(question.text().contains("несколько")).isEqualTo(choice.several());
        } else if (asked instanceof Item.Scale scale) {
            assertThat(question.select("li .paper-box")).hasSameSizeAs(scale.points());
            assertThat(question.select("li").first().select(".paper-end").text())
                    .isNotEmpty();
            assertThat(question.select("li").last().select(".paper-end").text()).isNotEmpty();
        } else if (asked instanceof Item.Open open) {
            assertThat(question.select(".paper-rule")).hasSize(open.ruled());
        } else {
            assertThat(question.select(".paper-figure .paper-fill")).hasSize(1);
        }
    }

    /** Where a name is of use it is written; what a sheet cannot do without one it says. */
    @Test
    void theSheetSaysWhetherANameIsWritten() throws Exception {
        String mentee = open(curator, "/questionnaires/mentee-pupil/blank")
                .select("article")
                .text();
        assertThat(mentee).contains("Имя и фамилию писать не нужно.", "Код, если его дали:");
        String quality = open(curator, "/questionnaires/programme-quality/blank")
                .select("article")
                .text();
        assertThat(quality).contains("Имя и фамилию писать не нужно.").doesNotContain("Код");
        String interview = open(curator, "/questionnaires/interview/blank")
                .select("article")
                .text();
        assertThat(interview).contains("О ком лист — код, если он есть:", "ни своего, ни того, о ком лист");
        Document preferences = open(curator, "/questionnaires/preferences/blank");
        assertThat(preferences.select("article").text())
                .contains("Кто отвечает (фамилия, имя, класс):", "видят все, кто подбирает пары")
                .doesNotContain("писать не нужно");
        assertThat(preferences.select(".no-print").text())
                .contains("чьё согласие на обработку данных действует")
                .doesNotContain("в систему не вносят");
        assertThat(open(curator, "/questionnaires/interim-feedback/blank")
                        .select("article")
                        .text())
                .contains("по нему не узнать, кому нужна помощь")
                .doesNotContain("Об этом узнает только тот");
    }

    @Test
    void aRowPrintsWhatItAsksAndSaysHowManyPeopleThatAre() throws Exception {
        pupil("Первых");
        pupil("Вторых");
        enter(ParticipantRole.MENTEE, "Педагогов", today.minusYears(30), ParticipantCategory.TEACHER, null);

        Document page = open(curator, row(MENTEES));
        assertThat(page.select("article h2").eachText())
                .containsExactly("Анкета для тех, кому нужен наставник", "Анкета педагога, которому нужен наставник");
        assertThat(page.select(".no-print li").eachText())
                .first()
                .asString()
                .startsWith("Анкета для тех, кому нужен наставник — людей по базе: 2 ·");
        assertThat(page.select("article").first().text()).contains("Кто собирает листы: куратор");
        Document alone = open(curator, row(MENTEES) + "?only=mentee-teacher");
        assertThat(alone.select("article h2").eachText()).containsExactly("Анкета педагога, которому нужен наставник");
        assertThat(alone.select(".no-print").text()).contains("печатается только этот", "Печатать все");

        Document teachers = open(session(Role.CLASS_TEACHER), row(MENTEES));
        assertThat(teachers.select("article")).hasSize(2);
        assertThat(teachers.select(".no-print").text()).doesNotContain("по базе");
        assertThat(open(session(Role.MENTOR), row(MENTEES)).select("article")).hasSize(2);
        assertThat(open(curator, row("000-7.1.1")).select("article h2").eachText())
                .containsExactly(
                        "Итоги года: наставляемый",
                        "Итоги года: родители",
                        "Удовлетворённость молодого педагога",
                        "Итоги года: наставник");
    }

    @Test
    void whoeverHasNothingToPrintIsTold() throws Exception {
        as(curator, get(row("000-1.1.1"))).andExpect(status().isNotFound());
        as(curator, get(row("000-9.9.9"))).andExpect(status().isNotFound());
        as(curator, get("/questionnaires/campaign-open/blank")).andExpect(status().isNotFound());
        as(session(schools.create(), Role.CURATOR), get(row(MENTEES))).andExpect(status().isNotFound());
        for (String path : List.of(row(MENTEES), "/questionnaires/blanks", "/questionnaires/interview/blank")) {
            mvc.perform(get(path)).andExpect(status().is3xxRedirection());
        }
    }

    /** A school that brings a questionnaire of its own finds the way to those that it has made. */
    @Test
    void aRowWithAQuestionnaireOfTheSchoolsOwnSaysWhereThatOneIs() throws Exception {
        Long pupils = programmes
                .open(school.id(), SchoolYear.around(today), "pupil-to-pupil")
                .id();
        Document page = open(curator, "/programmes/" + pupils + "/activities/P6.4b/blanks");
        assertThat(page.select(".paper-sheet")).isEmpty();
        assertThat(page.select("main").text())
                .contains("Для этого пункта школа берёт свою анкету")
                .doesNotContain("Распечатайте");
        assertThat(page.select("main .empty a[href=/questionnaires/blanks]")).hasSize(1);
        assertThat(open(curator, "/programmes/" + pupils + "/activities/P6.4a/blanks")
                        .select("article h2")
                        .eachText())
                .containsExactly("Анкета для тех, кому нужен наставник");
    }

    @Test
    void theRowAndTheListLeadThere() throws Exception {
        assertThat(open(curator, "/programmes/" + programme + "/activities/" + MENTEES)
                        .select("a[href=" + row(MENTEES) + "]"))
                .hasSize(1);
        assertThat(open(curator, "/programmes/" + programme + "/activities/000-1.1.1")
                        .select("a[href$=/blanks]"))
                .isEmpty();
        Document list = open(session(Role.PSYCHOLOGIST), "/questionnaires/blanks");
        assertThat(list.select("tbody a").eachAttr("href"))
                .containsAll(shipped()
                        .map(one -> "/questionnaires/" + one.key() + "/blank")
                        .toList());
    }

    /** Whatever block a row calls: where it leads to a campaign, however deep, the row has a sheet and its page the way there. */
    @ParameterizedTest
    @ValueSource(
            strings = {"target-model", "pupil-to-pupil", "target-model-rollout", "teacher-mentoring", "young-teachers"})
    void everyRowThatAsksHasItsSheet(String model) throws Exception {
        Set<String> asking = asking();
        Long id = model.equals("target-model")
                ? programme
                : programmes.open(school.id(), SchoolYear.around(today), model).id();
        List<String> rows = editions.roadmap(programmes.get(id))
                .activities()
                .filter(row -> asking.contains(row.calledElement()))
                .map(RoadmapActivity::item)
                .toList();

        assertThat(rows).isNotEmpty();
        for (String row : rows) {
            String page = "/programmes/" + id + "/activities/" + row;
            assertThat(open(curator, page + "/blanks").select("article, .empty"))
                    .as(row)
                    .isNotEmpty();
            assertThat(open(curator, page).select("a[href$=/blanks]")).as(row).hasSize(1);
        }
    }

    /** Blocks that begin a campaign themselves or by others. */
    private static Set<String> asking() throws IOException {
        Set<String> asking = new HashSet<>(Set.of("questionnaire-campaign", "candidate-interview"));
        try (Stream<Path> files = Files.list(Path.of("processes", "blocks"))) {
            List<Path> blocks =
                    files.filter(file -> file.toString().endsWith(".bpmn")).toList();
            int before;
            do {
                before = asking.size();
                for (Path block : blocks) {
                    String model = Files.readString(block);
                    if (asking.stream().anyMatch(one -> model.contains("calledElement=\"" + one + "\""))) {
                        asking.add(block.getFileName().toString().replace(".bpmn", ""));
                    }
                }
            } while (asking.size() > before);
        }
        return asking;
    }
}
