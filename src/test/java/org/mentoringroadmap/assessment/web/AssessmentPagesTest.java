package org.mentoringroadmap.assessment.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

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
