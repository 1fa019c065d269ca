package org.mentoringroadmap.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.notification.Notification;
import org.mentoringroadmap.notification.NotificationKind;
import org.mentoringroadmap.notification.Notifications;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.AuditActs;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A task that waits is reminded of and given to another person, who is told by the bell. */
abstract class WaitingTasksContract {
    private static final String ITEM = "000-1.1.1";

    @Autowired
    private TestSchools schools;

    @Autowired
    private WaitingTasks waiting;

    @Autowired
    private Notifications notifications;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    private TestSchool school;
    private String programme;
    private String task;

    @BeforeEach
    void start() {
        TestClock.moveTo(LocalDateTime.parse("2026-08-26T10:00:00"));
        school = schools.create(
                Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.TEACHER, Role.SECRETARY, Role.PSYCHOLOGIST);
        programme = school.start("target-model", "2026-2027");
        task = school.tasks(programme).stream()
                .filter(open -> ITEM.equals(school.item(open)))
                .map(Task::getId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReminderComesToEverybodyWhomTheTaskWaitsForOnceADay() {
        StaffMember second = second();

        remind(Role.CURATOR);

        for (String login : List.of(school.login(Role.DEPUTY), second.account().orElseThrow())) {
            Notification told = told(login).get(0);
            assertThat(told.kind()).isEqualTo(NotificationKind.TASK_REMINDED);
            assertThat(told.sentBy()).isEqualTo(school.login(Role.CURATOR));
            assertThat(told.path()).isEqualTo("/programmes/" + programme + "/activities/" + ITEM);
        }
        assertThat(told(school.login(Role.TEACHER))).isEmpty();
        refused(ConflictException.class, "waiting.reminded", () -> remind(Role.CURATOR));
        remind(Role.DIRECTOR);
        TestClock.moveTo(LocalDateTime.parse("2026-08-27T08:00:00"));
        remind(Role.CURATOR);
        assertThat(told(school.login(Role.DEPUTY))).hasSize(3);
        assertThat(AuditActs.about(jdbc, AuditThing.TASK, task))
                .containsExactly("TASK_REMINDED", "TASK_REMINDED", "TASK_REMINDED");
    }

    @Test
    void whoWorksOnATaskIsRemindedAlone() {
        StaffMember second = second();
        claim(school.login(Role.DEPUTY));

        remind(Role.CURATOR);

        assertThat(told(school.login(Role.DEPUTY))).hasSize(1);
        assertThat(told(second.account().orElseThrow())).isEmpty();
    }

    @Test
    void aTaskIsGivenToWhoMayTakeItAndBothAreTold() {
        StaffMember second = second();
        claim(school.login(Role.DEPUTY));

        handOver(Role.CURATOR, second.id(), "  Планова на больничном  ");

        assertThat(tasks.anybodys(task).assignee()).isEqualTo(second.account().orElseThrow());
        assertThat(told(second.account().orElseThrow())).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(NotificationKind.TASK_HANDED_OVER);
            assertThat(told.reason()).contains("Планова на больничном");
        });
        assertThat(told(school.login(Role.DEPUTY)))
                .singleElement()
                .extracting(Notification::kind)
                .isEqualTo(NotificationKind.TASK_TAKEN_AWAY);
        assertThat(AuditActs.about(jdbc, AuditThing.TASK, task)).containsExactly("TASK_HANDED_OVER");
        refused(
                ConflictException.class,
                "waiting.own",
                () -> asSecond(second, () -> {
                    waiting.remind(task);
                    return null;
                }));
        asSecond(
                second,
                () -> waiting.handOver(
                        task,
                        staff.behind(school.login(Role.DEPUTY)).orElseThrow().id(),
                        "Обратно"));
        assertThat(tasks.anybodys(task).assignee()).isEqualTo(school.login(Role.DEPUTY));
    }

    @Test
    void nobodyElseGivesOrRemindsAndNobodyGetsWhatTheRoleDoesNotAllow() {
        StaffMember second = second();
        for (Role role : List.of(Role.TEACHER, Role.SECRETARY, Role.PSYCHOLOGIST)) {
            refused(ForbiddenException.class, "task.forbidden", () -> remind(role));
            refused(ForbiddenException.class, "task.forbidden", () -> handOver(role, second.id(), "Мне некогда"));
        }
        refused(
                UserInputException.class,
                "waiting.who",
                () -> handOver(Role.CURATOR, school.staffId(Role.TEACHER), "Пусть учитель"));
        refused(UserInputException.class, "waiting.who", () -> handOver(Role.CURATOR, null, "Кому-нибудь"));
        refused(UserInputException.class, "waiting.why", () -> handOver(Role.CURATOR, second.id(), "   "));
        refused(
                UserInputException.class,
                "waiting.why",
                () -> handOver(Role.CURATOR, second.id(), "п".repeat(WaitingTasks.MAX_REASON + 1)));
        TestSchool other = schools.create(Role.CURATOR);
        assertThatThrownBy(() -> other.as(Role.CURATOR, () -> waiting.get(task)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> waiting.get("no-such-task")))
                .isInstanceOf(NotFoundException.class);
        assertThat(tasks.anybodys(task).assignee()).isNull();
    }

    @Test
    void thePagesShowWhomTheTaskWaitsForAndTheBellRings() throws Exception {
        StaffMember second = second();
        mvc.perform(get("/").session(session(Role.CURATOR)))
                .andExpect(content().string(containsString("/tasks/" + task + "/waiting")));
        mvc.perform(get("/tasks/" + task + "/waiting").session(session(Role.CURATOR)))
                .andExpect(content()
                        .string(allOf(containsString(second.fullName()), containsString(">Напомнить</button>"))));
        mvc.perform(get("/notifications").session(session(Role.DEPUTY)))
                .andExpect(content().string(containsString("Уведомлений нет.")));

        post("remind", Map.of("from", "task")).andExpect(flash().attribute("notice", "waiting.reminded-now"));

        mvc.perform(get("/").session(session(Role.DEPUTY)))
                .andExpect(content().string(containsString("Уведомления, новых: 1")));
        mvc.perform(get("/notifications").session(session(Role.DEPUTY)))
                .andExpect(content()
                        .string(allOf(
                                containsString("напоминает о задаче"),
                                containsString(">новое<"),
                                not(containsString("Уведомления, новых")))));
        mvc.perform(get("/notifications").session(session(Role.DEPUTY)))
                .andExpect(content().string(not(containsString(">новое<"))));
        mvc.perform(get("/tasks/" + task + "/waiting").session(session(Role.CURATOR)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Сегодня вы уже напомнили"),
                                not(containsString(">Напомнить</button>")))));
        post("remind", Map.of()).andExpect(status().isConflict());
        post("hand-over", Map.of("to", second.id().toString(), "reason", ""))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Напишите, почему передаёте")));
        post("hand-over", Map.of("to", second.id().toString(), "reason", "Так решили"))
                .andExpect(status().isSeeOther());
    }

    /** Nobody is told to open an account for himself. */
    @Test
    void whoIsWaitedForAloneIsNotOfferedToRemindHimself() throws Exception {
        TestSchool alone = schools.create(Role.CURATOR);
        String one =
                alone.tasks(alone.start("target-model", "2026-2027")).get(0).getId();

        assertThat(alone.as(Role.CURATOR, () -> waiting.get(one)).mayRemind()).isFalse();
        refused(ConflictException.class, "waiting.own", () -> alone.as(Role.CURATOR, () -> waiting.remind(one)));
        mvc.perform(get("/tasks/" + one + "/waiting").session(Sessions.of(mvc, alone, Role.CURATOR)))
                .andExpect(content().string(not(containsString(">Напомнить</button>"))));
    }

    @Test
    void whomNobodyCanRemindThePageDoesNotOfferTo() throws Exception {
        assertThat(school.as(Role.CURATOR, () -> waiting.get(task)).heirs())
                .as("who alone may take it has it already")
                .isEmpty();
        school.as(Role.CURATOR, () -> {
            staff.remove(school.id(), school.staffId(Role.DEPUTY));
            return null;
        });
        mvc.perform(get("/tasks/" + task + "/waiting").session(session(Role.CURATOR)))
                .andExpect(content()
                        .string(allOf(
                                containsString("В школе никто не держит роль, которой поручена задача."),
                                containsString("Больше никому в школе эта задача не поручается"),
                                not(containsString(">Напомнить</button>")))));
        refused(ConflictException.class, "waiting.unreachable", () -> remind(Role.CURATOR));

        tasks.assign(task, "administrator");
        mvc.perform(get("/tasks/" + task + "/waiting").session(session(Role.CURATOR)))
                .andExpect(content().string(containsString("Выполняет учётная запись administrator.")));
    }

    /** Otherwise it would wait for ever for somebody who can no longer do it. */
    @Test
    void whoLosesTheRoleOrLeavesGivesItsTasksBack() {
        StaffMember second = second();
        claim(second.account().orElseThrow());
        staff.change(school.id(), second.id(), second.fullName(), second.post(), Set.of(Role.DEPUTY, Role.TEACHER));
        assertThat(tasks.anybodys(task).assignee()).isEqualTo(second.account().orElseThrow());

        staff.change(school.id(), second.id(), second.fullName(), second.post(), Set.of(Role.TEACHER));
        assertThat(tasks.anybodys(task).assignee()).isNull();
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> asTeacher(second, () -> tasks.get(task)),
                () -> asTeacher(second, () -> {
                    tasks.claim(task);
                    return null;
                }))) {
            assertThatThrownBy(act)
                    .as("nothing is left of the right to a task once held")
                    .isInstanceOf(NotFoundException.class);
        }

        claim(school.login(Role.DEPUTY));
        staff.remove(school.id(), school.staffId(Role.DEPUTY));
        assertThat(tasks.anybodys(task).assignee()).isNull();
        assertThat(tasks.anybodys(task).roles()).contains(Role.CURATOR.id());
    }

    @Test
    void whatIsOldGoesWhenSomethingNewComes() {
        remind(Role.CURATOR);
        TestClock.moveTo(LocalDateTime.parse("2026-12-01T08:00:00"));

        remind(Role.CURATOR);

        assertThat(told(school.login(Role.DEPUTY))).hasSize(1);
    }

    private ResultActions post(String act, Map<String, String> typed) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post("/tasks/" + task + "/" + act)
                .with(csrf())
                .session(session(Role.CURATOR));
        typed.forEach(request::param);
        return mvc.perform(request);
    }

    private MockHttpSession session(Role role) throws Exception {
        return Sessions.of(mvc, school, role);
    }

    /** Another one who may take the task. */
    private StaffMember second() {
        Long id = staff.add(school.id(), "Второва Проба Примеровна", "заместитель", Set.of(Role.DEPUTY))
                .id();
        staff.openForDemo(school.id(), id, "second-of-" + school.id(), TestSchool.PASSWORD);
        return staff.get(school.id(), id);
    }

    private <T> T asTeacher(StaffMember second, Supplier<T> work) {
        return school.as(second.account().orElseThrow(), List.of("teacher"), work);
    }

    private <T> T asSecond(StaffMember second, Supplier<T> work) {
        return school.as(second.account().orElseThrow(), List.of("deputy"), work);
    }

    private void claim(String login) {
        school.as(login, List.of("deputy"), () -> {
            tasks.claim(task);
            return null;
        });
    }

    private void remind(Role role) {
        school.as(role, () -> waiting.remind(task));
    }

    private void handOver(Role role, Long member, String reason) {
        school.as(role, () -> waiting.handOver(task, member, reason));
    }

    private List<Notification> told(String login) {
        return school.as(login, List.of(), notifications::read);
    }

    private static void refused(Class<? extends Exception> how, String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(how).extracting("code").isEqualTo(code);
    }
}
