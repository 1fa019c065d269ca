package org.mentoringroadmap.questionnaire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Campaigns.Asked;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.mentoringroadmap.table.TableFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** The table of a form service becomes answers, and answers become a table. */
class AnswerListPagesTest extends PeoplePagesTestCase {
    private static final String WISH = "Ты хочешь, чтобы у тебя был наставник?";
    private static final String NEED = "С чем тебе хотелось бы помощи?";

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Answers answers;

    private Long campaign;
    private String base;

    @BeforeEach
    void ask() {
        Long first = school.addClass("5А");
        Long second = school.addClass("5Б");
        List<Long> people = List.of(
                consenting("Анкетов", first),
                consenting("Бланков", first),
                consenting("Тёзкин", first),
                consenting("Тёзкин", second));
        campaign = school.as(Role.CURATOR, () -> {
            campaigns.invite(programme, "mentee-pupil", people, null);
            return campaigns.list(programme).get(0).campaign().id();
        });
        base = "/programmes/" + programme + "/campaigns/" + campaign;
    }

    private Long consenting(String lastName, Long classId) {
        Participant pupil = enter(
                ParticipantRole.MENTEE,
                lastName,
                today.minusYears(12).plusDays(classId % 300),
                ParticipantCategory.PUPIL,
                classId);
        sign(pupil, ConsentKind.PROCESSING);
        return pupil.id();
    }

    private List<Asked> asked() {
        return school.as(Role.CURATOR, () -> campaigns.asked(programme, campaign));
    }

    private Map<String, List<String>> given(String lastName, String className) {
        Asked one = asked().stream()
                .filter(each -> each.participant().person().fullName().startsWith(lastName))
                .filter(each -> each.participant()
                        .classId()
                        .map(id -> classes.get(school.id(), id).name())
                        .filter(className::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        return school.as(Role.CURATOR, () -> answers.given(programme, List.of(one.invitation())))
                .getOrDefault(one.invitation().id(), Map.of());
    }

    @Test
    void aTableOfAServiceIsUnderstoodRowByRow() throws Exception {
        String code = asked().stream()
                .filter(one -> one.participant().person().fullName().startsWith("Бланков"))
                .findFirst()
                .orElseThrow()
                .invitation()
                .code();
        String list = String.join(
                "\n",
                "Отметка времени\tКод\tФамилия и имя\tТвой класс\t" + WISH + "\t" + NEED,
                "01.10.2026 10:00\t\tанкетов пример\t5 а\tДа\tС учёбой, Сделать что-то своё: проект, номер, соревнование",
                "01.10.2026 10:01\t" + code.toLowerCase() + "\t\t\tНет\t",
                "01.10.2026 10:02\t\tТёзкин Пример\t\tДа\t",
                "01.10.2026 10:03\t\tТёзкин Пример\t5Б\tСкорее да\tС чем-то другим",
                "01.10.2026 10:04\t\tАнкетов Пример\t5А\tНет\t",
                "01.10.2026 10:05\t\tЧужаков Пример\t5А\tДа\t",
                "01.10.2026 10:06\t\tТёзкин Пример\t5А\tЕщё бы\t",
                "");
        String checked = page(Map.of("text", list));
        assertThat(checked)
                .contains("Так мы поняли ваш лист", "Загрузить остальные: 3")
                .contains("Так зовут нескольких приглашённых", "уже есть строкой выше", "такого человека нет")
                .contains("Ответ «Ещё бы» на вопрос «" + WISH + "» не из предложенных")
                .contains("С учёбой; Сделать что-то своё: проект, номер, соревнование");
        assertThat(given("Анкетов", "5А")).isEmpty();

        String rest = page(Map.of("store", "true", "text", text(checked), "seal", attribute(checked, "seal")));
        assertThat(rest).contains("Загружено строк: <strong>3</strong>").contains("Чужаков Пример");
        assertThat(given("Анкетов", "5А"))
                .isEqualTo(Map.of("wish", List.of("yes"), "need", List.of("study", "talent")));
        assertThat(given("Бланков", "5А")).isEqualTo(Map.of("wish", List.of("no")));
        assertThat(given("Тёзкин", "5Б")).isEqualTo(Map.of("wish", List.of("rather-yes"), "need", List.of("other")));
        assertThat(given("Тёзкин", "5А")).isEmpty();
        assertThat(asked())
                .filteredOn(one -> one.invitation().isAnswered())
                .allMatch(one -> one.invitation().channel() == Channel.IMPORT)
                .hasSize(3);
        assertThat(page(Map.of("text", "Код\t" + WISH + "\n" + code + "\tНет"))).contains("Всё это уже есть");
        assertThat(page(Map.of("text", "Код\t" + WISH + "\n" + code + "\t"))).contains("Ответьте, пожалуйста");
    }

    /** A table of some of the questions takes nothing from the others; an empty cell is an answer of its own. */
    @Test
    void whatHasNoColumnStays() throws Exception {
        store("ФИО\tКласс\t" + WISH + "\t" + NEED + "\nАнкетов Пример\t5А\tДа\tС учёбой");

        store("ФИО\tКласс\t" + WISH + "\nАнкетов Пример\t5А\tНет");
        assertThat(given("Анкетов", "5А")).isEqualTo(Map.of("wish", List.of("no"), "need", List.of("study")));

        store("ФИО\tКласс\t" + NEED + "\nАнкетов Пример\t5А\tС чем-то другим");
        assertThat(given("Анкетов", "5А")).isEqualTo(Map.of("wish", List.of("no"), "need", List.of("other")));

        assertThat(page(Map.of("text", "ФИО\tКласс\t" + NEED + "\nАнкетов Пример\t5А\tС чем-то другим")))
                .contains("Всё это уже есть");
        store("ФИО\tКласс\t" + WISH + "\t" + NEED + "\nАнкетов Пример\t5А\tНет\t");
        assertThat(given("Анкетов", "5А")).isEqualTo(Map.of("wish", List.of("no")));
    }

    private void store(String list) throws Exception {
        String checked = page(Map.of("text", list));
        send(Map.of("store", "true", "text", text(checked), "seal", attribute(checked, "seal")));
    }

    @Test
    void answersGoOutAsATableForWhoLooksAfterThePeople() throws Exception {
        String checked = page(Map.of("text", "ФИО\tКласс\t" + WISH + "\nАнкетов Пример\t5А\tДа"));
        send(Map.of("store", "true", "text", text(checked), "seal", attribute(checked, "seal")));

        byte[] file = as(curator, get(base + "/export"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(TableFile.read("answers.xlsx", file).text())
                .contains("Анкетов Пример", "5А", "Да", WISH, "из файла")
                .doesNotContain("Бланков");
        as(Role.DEPUTY, get(base + "/export")).andExpect(status().isForbidden());
        as(Role.DEPUTY, get(base))
                .andExpect(result -> assertThat(result.getResponse().getContentAsString())
                        .contains("Ответы из таблицы")
                        .doesNotContain("Скачать ответы"));
        as(curator, post(base + "/close"));
        as(curator, get(base + "/import")).andExpect(status().isConflict());
    }

    private void send(Map<String, String> fields) throws Exception {
        mvc.perform(request(fields)).andExpect(status().is3xxRedirection());
    }

    private MockMultipartHttpServletRequestBuilder request(Map<String, String> fields) {
        MockMultipartHttpServletRequestBuilder request = multipart(base + "/import");
        fields.forEach(request::param);
        request.session(curator).with(csrf());
        return request;
    }

    private String page(Map<String, String> fields) throws Exception {
        return mvc.perform(request(fields))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String text(String page) {
        Matcher matcher = Pattern.compile("<textarea[^>]*>([^<]*)</textarea>").matcher(page);
        assertThat(matcher.find()).isTrue();
        return HtmlUtils.htmlUnescape(matcher.group(1)).replaceFirst("^\n", "");
    }

    private static String attribute(String page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
