package org.mentoringroadmap.consent.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** Consents as programs register and withdraw them. */
class ConsentApiTest extends PeoplePagesTestCase {
    private Long pupil;

    @BeforeEach
    void enter() {
        pupil = pupil("Примеров").id();
    }

    @Test
    void aConsentIsRegisteredAndWithdrawn() throws Exception {
        String registered = register(Role.CURATOR, pupil, "PROCESSING", today.toString(), "\"REPRESENTATIVE\"")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.kind").value("PROCESSING"))
                .andExpect(jsonPath("$.state").value("VALID"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonPath.read(registered, "$.id").toString();

        send(Role.MENTOR, "/api/consents/" + id + "/withdraw", "{}").andExpect(status().isForbidden());
        send(Role.CURATOR, "/api/consents/" + id + "/withdraw", "{\"on\":\"" + today.plusDays(1) + "\"}")
                .andExpect(status().isBadRequest());
        send(Role.CURATOR, "/api/consents/" + id + "/withdraw", "{\"on\":\"" + today + "\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("WITHDRAWN"));
        send(Role.CURATOR, "/api/consents/" + id + "/withdraw", "{}").andExpect(status().isConflict());
    }

    @Test
    void badInputIsAnsweredInRussian() throws Exception {
        register(Role.CURATOR, pupil, "PROCESSING", today.toString(), "\"SELF\"")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(containsString("законный представитель")));
        register(Role.CURATOR, pupil, "DUTIES", today.toString(), "\"SELF\", \"REPRESENTATIVE\"")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(containsString("работники школы")));
        register(Role.CURATOR, pupil, "PROCESSING", today.plusDays(1).toString(), "\"REPRESENTATIVE\"")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(containsString("ещё не наступил")));
        for (String wrong : new String[] {"2026-02-30", "вчера", ""}) {
            register(Role.CURATOR, pupil, "PROCESSING", wrong, "\"REPRESENTATIVE\"")
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.message").isNotEmpty());
        }
        register(Role.CURATOR, pupil, "EVERYTHING", today.toString(), "\"SELF\"")
                .andExpect(status().isBadRequest());
        send(Role.CURATOR, "/api/participants/" + pupil + "/consents", "{}").andExpect(status().isBadRequest());
        register(Role.CURATOR, 987654321L, "PROCESSING", today.toString(), "\"SELF\"")
                .andExpect(status().isNotFound());
        register(Role.MENTOR, pupil, "PROCESSING", today.toString(), "\"REPRESENTATIVE\"")
                .andExpect(status().isForbidden());
    }

    private ResultActions register(Role role, Long id, String kind, String day, String signers) throws Exception {
        String json = "{\"kind\":\"" + kind + "\",\"signedOn\":\"" + day + "\",\"signers\":[" + signers + "]}";
        return send(role, "/api/participants/" + id + "/consents", json);
    }

    private ResultActions send(Role role, String path, String json) throws Exception {
        return mvc.perform(post(path)
                .with(httpBasic(school.login(role), TestSchool.PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }
}
