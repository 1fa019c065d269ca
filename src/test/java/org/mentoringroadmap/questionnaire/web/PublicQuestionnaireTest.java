package org.mentoringroadmap.questionnaire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.Sha256;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A questionnaire from the request of a program to the thanks on a telephone, without an account and without a script. */
@ExtendWith(OutputCaptureExtension.class)
class PublicQuestionnaireTest extends PeoplePagesTestCase {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private JdbcClient jdbc;

    private Participant pupil;
    private String path;

    @BeforeEach
    void invite() throws Exception {
        pupil = pupil("Анкетов");
        sign(pupil, ConsentKind.PROCESSING);
        path = URI.create(json(invitation(pupil.id())).get(0).path("url").asText())
                .getPath();
    }

    private MockHttpServletRequestBuilder invitation(Long... people) throws Exception {
        return invitation("mentee-pupil", people);
    }

    private MockHttpServletRequestBuilder invitation(String questionnaire, Long... people) throws Exception {
        return post("/api/programmes/" + programme + "/invitations")
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(java.util.Map.of(
                        "questionnaire",
                        questionnaire,
                        "participants",
                        people,
                        "expiresOn",
                        today.plusDays(7).toString())));
    }

    private JsonNode json(MockHttpServletRequestBuilder request) throws Exception {
        return JSON.readTree(as(curator, request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    /** What goes on from the answers is read by more people than the answers: who answers is told before. */
    @Test
    void whoAnswersIsToldWhoReads() throws Exception {
        mvc.perform(get(path))
                .andExpect(content().string(containsString("без имён — ещё директор и заместитель директора")))
                .andExpect(content().string(containsString("куратор может перенести в карточку участника")))
                .andExpect(content().string(not(containsString("Кого назвали и кому отказали"))));
        String preferences = asked("preferences");
        mvc.perform(get(preferences))
                .andExpect(
                        content().string(containsString("Кого назвали и кому отказали, видят все, кто подбирает пары")))
                .andExpect(content().string(not(containsString("перенести в карточку"))));
        mvc.perform(get(asked("final-mentee")))
                .andExpect(content().string(containsString("Ответы с именем читают только куратор")))
                .andExpect(content().string(not(containsString("перенести в карточку"))))
                .andExpect(content().string(not(containsString("Кого назвали и кому отказали"))));
    }

    private String asked(String questionnaire) throws Exception {
        return URI.create(json(invitation(questionnaire, pupil.id()))
                        .get(0)
                        .path("url")
                        .asText())
                .getPath();
    }

    @Test
    void thePageIsPlainAndTellsNobodyWhereItIs() throws Exception {
        String page = mvc.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(content().string(containsString("name=\"wish\"")))
                .andExpect(content().string(containsString("Вопрос 1 из ")))
                .andExpect(content()
                        .string(containsString(
                                "Ответы с именем читают только куратор программы наставничества и педагог-психолог")))
                .andExpect(content().string(not(containsString("Анкетов"))))
                .andExpect(content().string(not(containsString("_csrf"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        for (String key : Set.of("wish", "need", "interests", "proud", "expectation", "worry", "days")) {
            assertThat(page).contains("name=\"" + key + "\"");
        }
    }

    @Test
    void aSheetIsSentAndThanked() throws Exception {
        send("wish", "yes", "proud", "Рисую <script>alert(1)</script>")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/q/sent"))
                .andExpect(header().doesNotExist("Set-Cookie"));
        mvc.perform(get("/q/sent")).andExpect(content().string(containsString("Спасибо")));
        send("wish", "yes", "proud", "Рисую <script>alert(1)</script>").andExpect(status().isSeeOther());

        JsonNode responses = json(get("/api/programmes/" + programme + "/responses?questionnaire=mentee-pupil"));
        assertThat(responses).hasSize(1);
        assertThat(responses.get(0).path("participant").asLong()).isEqualTo(pupil.id());
        assertThat(responses.get(0).path("channel").asText()).isEqualTo("LINK");
        assertThat(responses.get(0).path("answeredOn").asText()).isEqualTo(today.toString());
        assertThat(responses.get(0).path("version").asInt()).isEqualTo(1);
        assertThat(responses.get(0).path("answers").path("wish").get(0).asText())
                .isEqualTo("yes");
        String seen = as(Role.DIRECTOR, get("/api/programmes/" + programme + "/responses"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(JSON.readTree(seen).get(0).has("answers")).isFalse();
        mvc.perform(get(path))
                .andExpect(content().string(containsString("Ответ уже есть")))
                .andExpect(content().string(containsString("Рисую &lt;script&gt;")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() throws Exception {
        send("wish", "perhaps", "proud", "Рисую котов", "interests", "music")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Анкета пока не отправлена")))
                .andExpect(content().string(containsString("Выберите ответ из предложенных.")))
                .andExpect(content().string(containsString("Рисую котов")))
                .andExpect(
                        content()
                                .string(
                                        org.hamcrest.Matchers.matchesRegex(
                                                "(?s).*<input type=\"checkbox\" name=\"interests\" value=\"music\" checked=\"checked\">.*")));
        send("proud", "ы".repeat(100_000)).andExpect(status().isUnprocessableEntity());
        send().andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("без этого анкету не принять")));
        assertThat(json(get("/api/programmes/" + programme + "/responses"))).isEmpty();
        mvc.perform(post(path)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("proud=" + "a".repeat(1_100_000)))
                .andExpect(status().isPayloadTooLarge());
    }

    /** A program that sends what is no number of anybody is not taken at a near one. */
    @Test
    void nobodyIsAskedInPlaceOfAnother() throws Exception {
        as(
                        curator,
                        post("/api/programmes/" + programme + "/invitations")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"questionnaire\": \"mentee-pupil\", \"participants\": [" + pupil.id()
                                        + ".5]}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void whatLeadsNowhereSaysSo() throws Exception {
        mvc.perform(from("10.0.0.1", get("/q/AAAAAAAAAAAAAAAAAAAAAA")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("Такой анкеты нет")));
        mvc.perform(from("10.0.0.1", post("/q/" + "x".repeat(3_000)))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("wish=yes"))
                .andExpect(status().isNotFound());
        Long consent = school.as(
                Role.CURATOR, () -> consents.of(pupil.person().id()).get(0).id());
        school.as(Role.CURATOR, () -> consents.withdraw(consent, null));
        mvc.perform(get(path))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("Согласие на обработку данных отозвано")));
        send("wish", "yes").andExpect(status().isGone());
        as(curator, invitation(pupil.id()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString(pupil.id().toString())))
                .andExpect(content().string(not(containsString("Анкетов"))));
    }

    /** Too many guesses from one address: the way is closed, also for a right link, and other addresses go on. */
    @Test
    void whoGuessesWaits(CapturedOutput log) throws Exception {
        mvc.perform(from("10.0.0.2", get("/q/%022d".formatted(0)))).andExpect(status().isNotFound());
        assertThat(jdbc.sql("update sign_in_limit set wrong = 1000010 where subject = ?")
                        .param(new Sha256()
                                .add("questionnaire-link")
                                .add("10.0.0.2")
                                .hex())
                        .update())
                .as("tests have nearly as many free tries as that")
                .isOne();
        mvc.perform(from("10.0.0.2", get("/q/%022d".formatted(1)))).andExpect(status().isNotFound());

        mvc.perform(from("10.0.0.2", get("/q/%022d".formatted(2)))).andExpect(status().isTooManyRequests());
        mvc.perform(from("10.0.0.2", get(path))).andExpect(status().isTooManyRequests());
        mvc.perform(from("10.0.0.3", get(path))).andExpect(status().isOk());
        assertThat(log.getAll()).doesNotContain(path.substring("/q/".length()));
    }

    @Test
    void aCodeOpensTheQuestionsOnASchoolsComputer() throws Exception {
        String code = code();
        mvc.perform(get("/q")).andExpect(status().isOk()).andExpect(content().string(containsString("Введите код")));
        String to = mvc.perform(post("/q")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("code=" + code.toLowerCase().replace(' ', '+')))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        mvc.perform(get(to))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("data-draft="))))
                .andExpect(content().string(containsString("autocomplete=\"off\" data-shared")));
        mvc.perform(get(path)).andExpect(content().string(not(containsString("data-shared"))));
        mvc.perform(from("10.0.0.4", post("/q"))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("code=ZZZZ+ZZZZ"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Такого кода нет")));
        jdbc.sql("update sign_in_limit set wrong = 1000010 where subject = ?")
                .param(new Sha256().add("questionnaire-code").add("10.0.0.4").hex())
                .update();
        for (String typed : new String[] {"ZZZZ+ZZZ7", "ZZZZ+ZZZ9", code.replace(' ', '+')}) {
            mvc.perform(from("10.0.0.4", post("/q"))
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .content("code=" + typed))
                    .andExpect(
                            typed.equals("ZZZZ+ZZZ7")
                                    ? status().isUnprocessableEntity()
                                    : status().isTooManyRequests());
        }
    }

    private String code() throws Exception {
        String list = as(curator, get("/programmes/" + programme + "/campaigns"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String campaign = list.replaceFirst("(?s).*/campaigns/(\\d+)\".*", "$1");
        String page = as(curator, get("/programmes/" + programme + "/campaigns/" + campaign))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.replaceFirst("(?s).*<code>([A-Z0-9]{4} [A-Z0-9]{4})</code>.*", "$1");
    }

    private static MockHttpServletRequestBuilder from(String address, MockHttpServletRequestBuilder request) {
        return request.with(asked -> {
            asked.setRemoteAddr(address);
            return asked;
        });
    }

    private ResultActions send(String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).content("");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }
}
