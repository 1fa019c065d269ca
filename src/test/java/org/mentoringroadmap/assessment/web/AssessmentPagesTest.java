package org.mentoringroadmap.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.HtmlUtils;

/** Pages and API of the assessments, as browsers and programs ask for them. */
class AssessmentPagesTest extends PeoplePagesTestCase {
    @Test
    void aTableIsFilledAndARefusalKeepsWhatWasTyped() throws Exception {
        Participant measured = consented("Примеров");
        pupil("Образцов");
        String field = "v." + measured.id() + ".activity";

        as(curator, table("ENTRY"))
                .andExpect(content().string(containsString("name=\"" + field + "\"")))
                .andExpect(content().string(containsString("нет согласия")));
        as(curator, fill("ENTRY").param(field, "много"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("«много» — не число")))
                .andExpect(content().string(containsString("value=\"много\"")));
        as(curator, fill("ENTRY").param(field, "9"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Строка 1, «Активность»: нужно число от 1 до 5")));
        as(curator, fill("ENTRY").param(field, "4,5")).andExpect(status().isSeeOther());

        as(curator, table("ENTRY")).andExpect(content().string(containsString("value=\"4,5\"")));
        as(curator, table("EXIT")).andExpect(content().string(not(containsString("value=\"4,5\""))));
        as(curator, get("/programmes/{id}/assessments/scales", programme))
                .andExpect(content().string(containsString("По этим шкалам уже есть оценки")));
        as(Role.DIRECTOR, get("/programmes/{id}/assessments/comparison", programme))
                .andExpect(content().string(containsString("Активность")))
                .andExpect(content().string(not(containsString("4,5"))));
        as(curator, get("/participants/{p}/data.zip", measured.id())).andExpect(status().isOk());
    }

    /** Whom nobody may measure has a number in the table and no field. */
    @Test
    void aRefusedRowHasTheNumberThatTheTableShows() throws Exception {
        pupil("Анкетов");
        Participant measured = consented("Примеров");
        String field = "v." + measured.id() + ".activity";
        String page = as(curator, table("ENTRY")).andReturn().getResponse().getContentAsString();
        String[] shown = page.split("name=\"row\" value=\"");
        MockHttpServletRequestBuilder filled = fill("ENTRY");
        for (int i = 1; i < shown.length; i++) {
            filled.param("row", shown[i].replaceFirst("(?s)\".*", ""));
        }

        as(curator, filled.param(field, "9"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Строка 2, «Активность»")));
    }

    @Test
    void scalesAreChangedOnTheirPage() throws Exception {
        as(
                        curator,
                        post("/programmes/{id}/assessments/scales", programme)
                                .param("key", "activity", "")
                                .param("title", "Активность", "Темп чтения")
                                .param("whom", "PUPIL", "PUPIL")
                                .param("lower", "1", "0,5")
                                .param("upper", "10", "300")
                                .param("better", "MORE", "NEITHER"))
                .andExpect(status().isSeeOther());
        as(curator, get("/api/programmes/{id}/assessments/scales", programme))
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].key").value("activity"))
                .andExpect(jsonPath("$[0].upper").value(10))
                .andExpect(jsonPath("$[1].title").value("Темп чтения"))
                .andExpect(jsonPath("$[1].lower").value(0.5));
    }

    @Test
    void refusedScalesStayAsTheyWereTyped() throws Exception {
        as(
                        curator,
                        post("/programmes/{id}/assessments/scales", programme)
                                .param("key", "activity", "")
                                .param("title", "Активность", "Темп чтения")
                                .param("whom", "PUPIL", "PUPIL")
                                .param("lower", "1", "много")
                                .param("upper", "5", "300")
                                .param("better", "MORE", "MORE"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Шкала «Темп чтения»: укажите")))
                .andExpect(content().string(containsString("value=\"много\"")))
                .andExpect(content().string(containsString("Сохранить шкалы")));
    }

    @Test
    void programsRecordRowsAndAreToldWhichOneIsWrong() throws Exception {
        Participant one = consented("Примеров");
        Participant two = consented("Образцов");
        as(curator, put("""
                {"participant": %d, "values": {"activity": 3, "anxiety": 2.5}},
                {"participant": %d, "values": {"activity": 5}}""".formatted(one.id(), two.id())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.people").value(2))
                .andExpect(jsonPath("$.values").value(3))
                .andExpect(jsonPath("$.changed").value(3));
        as(curator, put("""
                {"participant": %d, "values": {"activity": 3}},
                {"participant": %d, "values": {"activity": 55}}""".formatted(one.id(), two.id())))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Строка 2, «Активность»")));
        as(curator, put("null")).andExpect(status().isBadRequest());
        as(
                        curator,
                        MockMvcRequestBuilders.put("/api/programmes/{id}/assessments", programme)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"point\": 1, \"measuredOn\": \"%s\", \"rows\": []}".formatted(today)))
                .andExpect(status().isBadRequest());
        as(Role.DEPUTY, put("")).andExpect(status().isForbidden());
    }

    /** A row for each, a column for each scale; what a row does not say stays, and what is wrong is said by its row. */
    @Test
    void aTableOfValuesIsLookedAtAndStored() throws Exception {
        Participant one = consented("Примеров");
        Participant two = consented("Образцов");
        String names = one.person().fullName();
        as(curator, fill("ENTRY").param("v." + one.id() + ".anxiety", "3")).andExpect(status().isSeeOther());

        String list = "ФИО\tАктивность\tТревожность\n%s\t4,5\t\n%s\t9\t2\n%s\t3\t\nЧужаков Пётр\t3\t\n"
                .formatted(
                        names,
                        two.person().fullName(),
                        pupil("Безбумагин").person().fullName());
        String checked = imported(list);
        assertThat(checked)
                .contains("Загрузить остальные: 1", "нужно число от 1 до 5", "Такого человека среди участников нет")
                .contains("Оценку вносить нельзя");
        as(curator, table("ENTRY")).andExpect(content().string(not(containsString("value=\"4,5\""))));

        imported("ФИО\tАктивность\tТревожность\n" + names + "\t4,5\t\n", true);
        as(curator, table("ENTRY"))
                .andExpect(content().string(containsString("value=\"4,5\"")))
                .andExpect(content().string(containsString("name=\"v." + one.id() + ".anxiety\" value=\"3\"")));
        assertThat(imported("ФИО\tАктивность\n" + names + "\t4,5\n")).contains("Всё это уже есть");
        assertThat(imported("ФИО\tАктивность\n" + names + "\tмного\n")).contains("«много» — не число");
    }

    private String imported(String list) throws Exception {
        return sent(list, Map.of())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void imported(String list, boolean store) throws Exception {
        String checked = imported(list);
        sent(
                        HtmlUtils.htmlUnescape(between(checked, "<textarea[^>]*>([^<]*)</textarea>"))
                                .replaceFirst("^\n", ""),
                        Map.of(
                                "store",
                                String.valueOf(store),
                                "seal",
                                between(checked, "name=\"seal\" value=\"([^\"]*)\"")))
                .andExpect(status().is3xxRedirection());
    }

    private ResultActions sent(String list, Map<String, String> more) throws Exception {
        MockMultipartHttpServletRequestBuilder request =
                MockMvcRequestBuilders.multipart("/programmes/" + programme + "/assessments/import");
        request.param("point", "ENTRY").param("measuredOn", today.toString()).param("text", list);
        more.forEach(request::param);
        return mvc.perform(request.session(curator).with(csrf()));
    }

    private static String between(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Participant consented(String lastName) {
        Participant pupil = pupil(lastName);
        sign(pupil, ConsentKind.PROCESSING);
        sign(pupil, ConsentKind.PSYCHOLOGICAL_HELP);
        return pupil;
    }

    private MockHttpServletRequestBuilder table(String point) {
        return get("/programmes/{id}/assessments", programme).param("point", point);
    }

    private MockHttpServletRequestBuilder fill(String point) {
        return post("/programmes/{id}/assessments", programme)
                .param("point", point)
                .param("measuredOn", today.toString());
    }

    private MockHttpServletRequestBuilder put(String rows) {
        return MockMvcRequestBuilders.put("/api/programmes/{id}/assessments", programme)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"point\": \"ENTRY\", \"measuredOn\": \"%s\", \"rows\": [%s]}".formatted(today, rows));
    }
}
