package org.mentoringroadmap.school.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Accounts for everybody who has a role and none: logins proposed, slips shown once. */
@ApplicationTest
class StaffAccountsPageTest {
    private static final String PAGE = "/school/staff/accounts";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Staff staff;

    private TestSchool school;
    private MockHttpSession curator;

    @BeforeEach
    void signIn() throws Exception {
        school = schools.create(Role.CURATOR);
        curator = Sessions.of(mvc, school, Role.CURATOR);
    }

    @Test
    void openedTogetherWithSlipsThatAreShownOnce() throws Exception {
        String surname = "Листкова" + Long.toString(System.nanoTime(), 26).replaceAll("\\d", "ы");
        Long one = add(surname + " Анна Примеровна", Role.TEACHER);
        Long other = add(surname + " Белла Примеровна", Role.MENTOR);
        Long idle = add(surname + " Вера Примеровна");
        Long head = add(surname + " Галина Примеровна", Role.DIRECTOR);

        String page = page();
        assertThat(page).contains("login-" + one, "login-" + other, ">учитель<", ">наставник<");
        assertThat(page)
                .as("without a role, or with more power than the curator gives")
                .doesNotContain("login-" + idle, "login-" + head);
        String first = proposed(page, one);
        String second = proposed(page, other);
        assertThat(List.of(first, second)).doesNotHaveDuplicates().allMatch(login -> login.startsWith("listkova"));

        MvcResult opened = mvc.perform(post(PAGE)
                        .with(csrf())
                        .session(curator)
                        .param("school", school.id())
                        .param("member", one.toString(), other.toString(), idle.toString(), head.toString())
                        .param("login-" + one, first)
                        .param("login-" + other, second)
                        .param("login-" + head, "a-new-head"))
                .andExpect(redirectedUrl(PAGE + "?school=" + school.id()))
                .andReturn();
        String slips = mvc.perform(get(PAGE)
                        .session(curator)
                        .param("school", school.id())
                        .flashAttrs(Map.copyOf(opened.getFlashMap())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(slips)
                .contains("Учётные записи готовы: 2.", ">" + first + "<", ">" + second + "<")
                .containsPattern(">[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}<");
        assertThat(account(one)).isEqualTo(first);
        assertThat(account(other)).isEqualTo(second);
        assertThat(account(idle)).isEmpty();
        assertThat(account(head)).isEmpty();
        assertThat(page())
                .contains("Всем, у кого есть роль и кому вы можете открыть учётную запись, она уже открыта.")
                .doesNotContain(">" + first + "<", "Учётные записи готовы");
    }

    @Test
    void aTakenLoginOpensNone() throws Exception {
        Long one = add("Занятова Анна Примеровна", Role.TEACHER);
        Long other = add("Свободнова Анна Примеровна", Role.TEACHER);
        mvc.perform(post(PAGE)
                        .with(csrf())
                        .session(curator)
                        .param("school", school.id())
                        .param("member", one.toString(), other.toString())
                        .param("login-" + one, "free-" + one)
                        .param("login-" + other, school.login(Role.CURATOR)))
                .andExpect(status().isConflict());

        assertThat(account(one)).isEmpty();
        assertThat(account(other)).isEmpty();
        assertThat(staff.takenLogins(Set.of("free-" + one))).isEmpty();
    }

    @Test
    void nobodyMarkedIsToldSo() throws Exception {
        mvc.perform(post(PAGE).with(csrf()).session(curator).param("school", school.id()))
                .andExpect(status().isBadRequest());
    }

    private String page() throws Exception {
        return mvc.perform(get(PAGE).session(curator).param("school", school.id()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String proposed(String page, Long member) {
        return page.replaceAll("(?s).*name=\"login-" + member + "\" value=\"([^\"]*)\".*", "$1");
    }

    private Long add(String name, Role... roles) {
        return school.as(
                Role.ADMINISTRATOR,
                () -> staff.add(school.id(), name, "учитель", Set.of(roles), Set.of())
                        .id());
    }

    private String account(Long member) {
        return school.as(
                Role.CURATOR,
                () -> staff.of(school.id()).stream()
                        .filter(one -> one.id().equals(member))
                        .findFirst()
                        .flatMap(StaffMember::account)
                        .orElse(""));
    }
}
