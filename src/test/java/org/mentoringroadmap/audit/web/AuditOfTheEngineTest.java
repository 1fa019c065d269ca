package org.mentoringroadmap.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What is done past our pages stands in the same table. */
@RunningApplicationTest
class AuditOfTheEngineTest {
    private static final String REST = "/engine-rest";

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Environment environment;

    private TestSchool school;

    @BeforeEach
    void school() {
        school = schools.create();
    }

    @Test
    void modelsThatAreDeployedAndUndeployed() throws IOException {
        Caller administrator = callers.administrator();
        String model = Files.readString(Path.of("processes/blocks/activity.bpmn"));
        Caller.Answer deployed = administrator.deploy("audit", Map.of("activity.bpmn", model));
        assertThat(deployed.status()).as(deployed.text()).isEqualTo(200);
        String id = deployed.json().path("id").asText();

        assertThat(administrator.delete(REST + "/deployment/" + id).status()).isEqualTo(204);

        JsonNode acts = acts(administrator, "thing=DEPLOYMENT&id=" + id);
        assertThat(acts.findValuesAsText("act")).containsExactly("MODELS_UNDEPLOYED", "MODELS_DEPLOYED");
        assertThat(acts.findValuesAsText("account")).containsOnly("administrator");
        assertThat(acts.get(1).path("facts").path("files").asText()).isEqualTo("activity.bpmn");
    }

    @Test
    void aRefusedDeploymentIsNone() {
        Caller administrator = callers.administrator();
        int before = acts(administrator, "what=MODEL&size=500").size();

        assertThat(administrator
                        .deploy("broken", Map.of("broken.bpmn", "<bpmn>"))
                        .status())
                .isGreaterThanOrEqualTo(400);

        assertThat(acts(administrator, "what=MODEL&size=500")).hasSize(before);
    }

    @Test
    void rolesPasswordsAndAccountsChangedByRest() {
        Caller administrator = callers.administrator();
        String login = school.login(Role.TEACHER);
        String member = REST + "/group/administrator/members/" + login;
        assertThat(administrator.put(member, "{}").status()).isEqualTo(204);
        assertThat(administrator.delete(member).status()).isEqualTo(204);
        assertThat(administrator
                        .put(
                                REST + "/user/" + login + "/credentials",
                                "{\"password\":\"another-password\",\"authenticatedUserPassword\":\"administrator-of-tests\"}")
                        .status())
                .isEqualTo(204);

        JsonNode acts = acts(administrator, "thing=ACCOUNT&id=" + login + "&who=administrator");

        assertThat(acts.findValuesAsText("act")).containsExactly("ACCOUNT_CHANGED", "ROLE_TAKEN", "ROLE_GIVEN");
        assertThat(acts.get(2).path("facts").path("given").asText()).isEqualTo("administrator");
        assertThat(acts.get(1).path("facts").path("taken").asText()).isEqualTo("administrator");
        assertThat(acts.findValuesAsText("school")).containsOnly(school.id());
        assertThat(callers.browser(school, Role.DIRECTOR)
                        .get("/api/audit?what=ROLE_GIVEN")
                        .json()
                        .path("items"))
                .as("the school's director reads of it")
                .hasSize(1);
    }

    @Test
    void theAddressOfAnAskerIsBelievedToAProxyOfThisMachineOnly() {
        Caller script = callers.basic(school, Role.TEACHER);
        assertThat(script.page("/api/programmes", "X-Forwarded-For", "10.9.8.7").status())
                .isNotEqualTo(401);

        assertThat(acts(callers.administrator(), "what=PROGRAM_SIGNED_IN&who=" + school.login(Role.TEACHER))
                        .findValuesAsText("address"))
                .containsExactly("10.9.8.7");
        assertThat(callers.browser(school, Role.TEACHER).page("/").status()).isEqualTo(200);
        assertThat(acts(callers.administrator(), "what=SIGNED_IN&who=" + school.login(Role.TEACHER))
                        .findValuesAsText("address"))
                .as("whoever signs in on the page has one too")
                .containsExactly("127.0.0.1");
        String trusted = environment.getRequiredProperty("server.tomcat.remoteip.internal-proxies");
        assertThat(List.of("127.0.0.1", "0:0:0:0:0:0:0:1")).allMatch(address -> address.matches(trusted));
        assertThat(List.of("10.0.0.5", "192.168.1.20", "172.16.0.3", "8.8.8.8"))
                .noneMatch(address -> address.matches(trusted));
    }

    /** A proxy that is believed may hand on whatever its caller has written: what is no address is not kept. */
    @Test
    void whatIsNoAddressIsNotRecorded() {
        for (String written : List.of("Familiya Imya", "a".repeat(5_000), "10.9.8.7'; --")) {
            assertThat(callers.basic(school, Role.SECRETARY)
                            .page("/api/programmes", "X-Forwarded-For", written)
                            .status())
                    .isNotIn(401, 500);
        }
        assertThat(acts(callers.administrator(), "what=PROGRAM_SIGNED_IN&who=" + school.login(Role.SECRETARY))
                        .findValuesAsText("address"))
                .containsExactly("unknown");
    }

    private static JsonNode acts(Caller reader, String query) {
        return reader.get("/api/audit?" + query).json().path("items");
    }
}
