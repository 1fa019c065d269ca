package org.mentoringroadmap.school.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.document.content.CommonContent;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A role comes with the first day and goes after the last; who acts for the head decides and is printed as such. */
abstract class SubstitutionsContract {
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 14);

    @Autowired
    private TestSchools schools;

    @Autowired
    private Substitutions substitutions;

    @Autowired
    private Staff staff;

    @Autowired
    private CommonContent common;

    @Autowired
    private IdentityService identity;

    @Autowired
    private MockMvc mvc;

    private TestSchool school;
    private Long deputy;

    @BeforeEach
    void school() {
        school = schools.create();
        deputy = school.staffId(Role.DEPUTY);
        TestClock.moveTo(FIRST.minusDays(3).atTime(10, 0));
    }

    @Test
    void theRoleComesWithTheFirstDayAndGoesAfterTheLast() {
        enter(Role.SECRETARY, FIRST, LAST);
        assertThat(has(Role.SECRETARY)).isFalse();

        on(FIRST);
        assertThat(has(Role.SECRETARY)).isTrue();
        on(LAST);
        assertThat(has(Role.SECRETARY)).isTrue();
        on(LAST.plusDays(1));
        assertThat(has(Role.SECRETARY)).isFalse();
        assertThat(staff.rolesOf(school.login(Role.DEPUTY))).containsExactly(Role.DEPUTY);
        assertThat(substitutions.of(school.id())).isEmpty();
    }

    @Test
    void aComputerThatWasOffAllTheTimeGivesNothing() {
        enter(Role.SECRETARY, FIRST, LAST);

        on(LAST.plusDays(1));

        assertThat(has(Role.SECRETARY)).isFalse();
        assertThat(substitutions.of(school.id())).isEmpty();
    }

    @Test
    void whoActsForTheHeadIsPrintedAsSuch() {
        Map<?, ?> before = head();
        Long standIn = school.employWithoutAccount("Временная Проба Примеровна");
        staff.openForDemo(school.id(), standIn, "stand-in-of-" + school.id(), TestSchool.PASSWORD);
        substitutions.enter(school.id(), standIn, Role.DIRECTOR, FIRST, LAST, null);
        assertThat(head()).isEqualTo(before);

        on(FIRST);
        assertThat(head().get("directorPost")).isEqualTo("И. о. директора");
        assertThat(head().get("directorFullName")).isEqualTo("Временная Проба Примеровна");
        assertThat(head().get("signatory").toString()).startsWith("и. о. директора Временной Пробы Примеровны");

        on(LAST.plusDays(1));
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void oneMayBeEndedEarlierAndTakenBackBeforeItBegins() {
        Substitution running = enter(Role.SECRETARY, FIRST.minusDays(3), LAST);
        assertThat(has(Role.SECRETARY)).isTrue();
        school.as(Role.DIRECTOR, () -> {
            substitutions.end(school.id(), running.id());
            return null;
        });
        assertThat(has(Role.SECRETARY)).isFalse();
        assertThatThrownBy(() -> substitutions.end(school.id(), running.id())).isInstanceOf(NotFoundException.class);

        Substitution later = enter(Role.SECRETARY, FIRST, LAST);
        substitutions.end(school.id(), later.id());
        on(FIRST);
        assertThat(has(Role.SECRETARY)).isFalse();
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        refused(UserInputException.class, "substitution.days", () -> enter(Role.SECRETARY, LAST, FIRST));
        refused(
                UserInputException.class,
                "substitution.past",
                () -> enter(Role.SECRETARY, FIRST.minusDays(30), FIRST.minusDays(20)));
        refused(UserInputException.class, "substitution.long", () -> enter(Role.SECRETARY, FIRST, FIRST.plusYears(2)));
        refused(UserInputException.class, "substitution.role", () -> enter(Role.PSYCHOLOGIST, FIRST, LAST));
        refused(UserInputException.class, "substitution.role", () -> enter(Role.ADMINISTRATOR, FIRST, LAST));
        refused(ConflictException.class, "substitution.has-role", () -> enter(Role.DEPUTY, FIRST, LAST));
        Long withoutAccount = school.employWithoutAccount("Безлогинова Проба Примеровна");
        refused(
                UserInputException.class,
                "account.none",
                () -> substitutions.enter(school.id(), withoutAccount, Role.SECRETARY, FIRST, LAST, null));
        enter(Role.SECRETARY, FIRST, LAST);
        refused(ConflictException.class, "substitution.overlaps", () -> enter(Role.SECRETARY, LAST, LAST.plusDays(5)));
    }

    @Test
    void nobodyGivesHimselfARoleAndACuratorGivesNobodyTheHeads() throws Exception {
        assertThatThrownBy(() -> school.as(Role.DEPUTY, () -> enter(Role.DIRECTOR, FIRST, LAST)))
                .isInstanceOf(ForbiddenException.class);

        send(Role.CURATOR, "director", "2026-12-01").andExpect(status().isForbidden());
        send(Role.CURATOR, "secretary", "2026-12-01", " ")
                .andExpect(flash().attribute("notice", "substitution.planned"));
        send(Role.DIRECTOR, "director", "2026-11-28").andExpect(flash().attribute("notice", "substitution.begun"));
        assertThat(has(Role.DIRECTOR)).isTrue();
        mvc.perform(get("/school").session(Sessions.of(mvc, school, Role.CURATOR)))
                .andExpect(content().string(containsString("с 28.11.2026 по 14.12.2026")))
                .andExpect(content().string(not(containsString("Прекратить замещение? Роль"))));
        mvc.perform(get("/school").session(Sessions.of(mvc, school, Role.DIRECTOR)))
                .andExpect(content().string(containsString("Прекратить замещение? Роль")));
        mvc.perform(get("/school").session(Sessions.of(mvc, school, Role.DEPUTY)))
                .andExpect(content().string(containsString("с 28.11.2026 по 14.12.2026")))
                .andExpect(content().string(not(containsString("Прекратить замещение? Роль"))));
        mvc.perform(get("/inbox").session(Sessions.of(mvc, school, Role.DEPUTY)))
                .andExpect(status().isOk());
    }

    /** A class and a pair name their own person: nobody is told that they went over. */
    @Test
    void aClassAndAPairDoNotGoOverWithTheRole() throws Exception {
        send(Role.DIRECTOR, "class-teacher", "2026-11-28")
                .andExpect(flash().attribute("notice", "substitution.begun.named"));
        send(Role.DIRECTOR, "mentor", "2026-12-01")
                .andExpect(flash().attribute("notice", "substitution.planned.named"));
        mvc.perform(get("/school").session(Sessions.of(mvc, school, Role.DIRECTOR)))
                .andExpect(content().string(containsString("Классы и пары с ролью не переходят")));
    }

    private ResultActions send(Role who, String role, String from) throws Exception {
        return send(who, role, from, "приказ от 27.11.2026 № 45");
    }

    private ResultActions send(Role who, String role, String from, String basis) throws Exception {
        return mvc.perform(post("/school/substitutions")
                .with(csrf())
                .session(Sessions.of(mvc, school, who))
                .param("memberId", deputy.toString())
                .param("role", role)
                .param("from", from)
                .param("until", "2026-12-14")
                .param("basis", basis));
    }

    private Substitution enter(Role role, LocalDate from, LocalDate until) {
        return substitutions.enter(school.id(), deputy, role, from, until, " приказ № 45 ");
    }

    private static void refused(Class<? extends Exception> how, String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(how).extracting("code").isEqualTo(code);
    }

    private void on(LocalDate day) {
        TestClock.moveTo(day.atTime(8, 0));
        substitutions.follow();
    }

    private Map<?, ?> head() {
        return (Map<?, ?>) common.ofSchool(school.id()).get("school");
    }

    /** By the school's own list and by the engine, whose groups give the tasks. */
    private boolean has(Role role) {
        boolean held = staff.rolesOf(school.login(Role.DEPUTY)).contains(role);
        assertThat(identity.createGroupQuery()
                                .groupMember(school.login(Role.DEPUTY))
                                .groupId(role.id())
                                .count()
                        > 0)
                .isEqualTo(held);
        return held;
    }
}
