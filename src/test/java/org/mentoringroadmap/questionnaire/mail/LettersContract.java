package org.mentoringroadmap.questionnaire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.platform.engine.FollowUpJob;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.questionnaire.Links;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.EngineTraces;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Letters with links, through a mail server of the test, on whichever database the subclass brings. */
@ExtendWith(OutputCaptureExtension.class)
abstract class LettersContract {
    private static final String HOME = "https://mentoring.school.example";
    private static final Pattern LINK = Pattern.compile(Pattern.quote(HOME) + "/q/([A-Za-z0-9_-]{22})");
    private static final Map<String, List<String>> SAID = Map.of("wish", List.of("yes"));
    private static final int NOBODY_LISTENS = 1;

    /** The server of the test takes nothing for such addresses. */
    private static final String FULL = "otkazov";

    private static GreenMail server;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Answers answers;

    @Autowired
    private Links links;

    @Autowired
    private Letters letters;

    @Autowired
    private ManagementService management;

    @Autowired
    private JavaMailSenderImpl mail;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MockMvc mvc;

    private TestSchool school;
    private Long programme;
    private Long campaign;
    private LocalDate today;

    @BeforeAll
    static void open() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        UserManager users = server.getUserManager();
        users.setMessageDeliveryHandler((message, to) -> {
            if (to.getEmail().startsWith(FULL)) {
                throw new UserException("Mailbox of " + to.getEmail() + " is full");
            }
            GreenMailUser known = users.getUserByEmail(to.getEmail());
            return known == null ? users.createUser(to.getEmail(), to.getEmail(), to.getEmail()) : known;
        });
    }

    @AfterAll
    static void close() {
        server.stop();
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> server.getSmtp().getPort());
        settings.add("mentoring.questionnaires.mail-from", () -> "roadmap@school.example");
        settings.add("mentoring.questionnaires.external-address", () -> HOME);
    }

    @BeforeEach
    void school() {
        school = schools.create();
        today = TestClock.today();
        programme = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    @AfterEach
    void forget() throws Exception {
        school.followUps().forEach(job -> management.deleteJob(job.getId()));
        server.purgeEmailFromAllMailboxes();
    }

    @Test
    void whoHasAnAddressAndHasNotAnsweredGetsTheLink(CapturedOutput log) throws Exception {
        Participant pupil = invited("Письмов", "pismov@example.org");
        Participant other = invited("Конвертов", "konvertov@example.org");
        invited("Безадресов", null);
        Participant done = invited("Ответов", "otvetov@example.org");
        answer(done);
        String earlier = invite(pupil).token();

        assertThat(overview().first()).isEqualTo(2);
        assertThat(overview().without()).isOne();
        assertThat(send(false)).isEqualTo(2);
        assertThat(overview().waiting()).isEqualTo(2);
        assertThat(send(false)).as("they wait").isZero();
        school.runFollowUps();

        assertThat(received()).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.getFrom()).singleElement().hasToString("roadmap@school.example");
            assertThat(letter.getSubject()).contains("Анкета для тех, кому нужен наставник");
            assertThat(text(letter)).contains("Пример, здравствуйте!").doesNotContain("Письмов");
        });
        String token = token(to("pismov@example.org"));
        assertThat(token).isNotEqualTo(token(to("konvertov@example.org")));
        assertThat(leadsTo(token)).isEqualTo(pupil.id());
        assertThat(leadsTo(earlier)).as("the earlier link").isEqualTo(pupil.id());
        assertThat(overview().letters().values()).hasSize(2).allMatch(Letter::isSent);
        assertThat(log.getAll()).doesNotContain(token).doesNotContain("pismov@").doesNotContain("Письмов");
        assertThat(EngineTraces.of(
                        jdbc, table -> true, text -> text.contains(token) || text.contains("pismov@example.org")))
                .isEmpty();

        answer(other);
        assertThat(send(false)).isZero();
        assertThat(remindedAt()).as("a first letter reminds of nothing").isNull();
        assertThat(send(true)).as("one more to who has not answered").isOne();
        assertThat(remindedAt()).isNotNull();
        school.runFollowUps();
        assertThat(received()).hasSize(3);
    }

    private LocalDateTime remindedAt() {
        return school.as(Role.CURATOR, () -> campaigns.get(programme, campaign)).remindedAt();
    }

    @Test
    void whatIsWrongWithALetterStaysWithIt() throws Exception {
        Participant refused = invited("Отказов", "otkazov@example.org");
        Participant wrong = invited("Ошибкин", "oshibkin..a@example.org");
        Participant withdrawn = invited("Отзывов", "otzyvov@example.org");
        Participant answered = invited("Ответов", "otvetov@example.org");
        Participant fine = invited("Письмов", "pismov@example.org");
        send(false);
        school.as(
                Role.CURATOR,
                () -> consents.withdraw(
                        consents.of(withdrawn.person().id()).get(0).id(), null));
        answer(answered);

        school.runFollowUps();

        assertThat(problem(refused)).isEqualTo("refused");
        assertThat(problem(wrong)).isEqualTo("address");
        assertThat(problem(withdrawn)).isEqualTo("consent");
        assertThat(letter(fine).isSent()).isTrue();
        assertThat(Arrays.stream(received()).map(one -> recipient(one))).containsExactly("pismov@example.org");
        assertThat(overview().first())
                .as("those can be tried again; who has withdrawn gets none")
                .isEqualTo(2);
        curator(get(page()))
                .andExpect(content().string(containsString("письмо не ушло: почтовый сервер не принял письмо")))
                .andExpect(content().string(containsString("письмо не ушло: адрес не подходит")))
                .andExpect(content().string(containsString("письмо отправлено")))
                .andExpect(content().string(containsString("Отправить по почте: 2")))
                .andExpect(content().string(not(containsString("otkazov"))));
    }

    /** The round is tried again until the server is back; then each gets one letter. */
    @Test
    void aServerThatIsAwayIsWaitedFor(CapturedOutput log) throws Exception {
        Participant pupil = invited("Письмов", "pismov@example.org");
        send(false);
        int port = mail.getPort();
        mail.setPort(NOBODY_LISTENS);
        try {
            Job job = school.followUps().stream()
                    .filter(one -> FollowUpJob.workOf(one).orElseThrow().kind().equals(LetterRound.KIND))
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(() -> management.executeJob(job.getId()))
                    .hasMessageContaining("Почтовый сервер не отвечает")
                    .hasMessageNotContaining("pismov");
        } finally {
            mail.setPort(port);
        }
        assertThat(letter(pupil).isWaiting()).isTrue();
        assertThat(log.getAll()).doesNotContain("pismov@");
        curator(get(page())).andExpect(content().string(containsString("Ждут отправки: 1.")));

        school.runFollowUps();

        assertThat(received()).hasSize(1);
        assertThat(letter(pupil).isSent()).isTrue();
    }

    @Test
    void whoMayNotAskSendsNothing() throws Exception {
        invited("Письмов", "pismov@example.org");
        assertThatThrownBy(() -> school.as(Role.PSYCHOLOGIST, () -> letters.send(programme, campaign, false)))
                .isInstanceOf(ForbiddenException.class);
        mvc.perform(get(page()).session(Sessions.of(mvc, school, Role.DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Отправить по почте"))));
        curator(post(page() + "/letters")).andExpect(redirectedUrl(page()));
        assertThat(overview().waiting()).isOne();
        school.as(Role.CURATOR, () -> {
            campaigns.close(programme, campaign);
            return null;
        });
        school.runFollowUps();
        assertThat(received()).as("closed in the meantime").isEmpty();
        assertThatThrownBy(() -> send(false)).isInstanceOf(ConflictException.class);
    }

    private Participant invited(String lastName, String email) {
        PersonDetails person = new PersonDetails(
                lastName, "Пример", null, today.minusYears(12), null, email, null, null, null, null, null, null);
        Participant pupil = school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        ParticipantRole.MENTEE,
                        person,
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
        school.as(
                Role.CURATOR,
                () -> consents.register(
                        pupil.id(), ConsentKind.PROCESSING, today, Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
        invite(pupil);
        campaign = school.as(
                Role.CURATOR, () -> campaigns.list(programme).get(0).campaign().id());
        return pupil;
    }

    private Campaigns.FreshLink invite(Participant pupil) {
        return school.as(Role.CURATOR, () -> campaigns.invite(programme, "mentee-pupil", List.of(pupil.id()), null))
                .get(0);
    }

    private void answer(Participant pupil) {
        Long invitation = asked(pupil).invitation().id();
        school.as(Role.CURATOR, () -> answers.enter(programme, invitation, 0, Channel.STAFF, SAID));
    }

    private Campaigns.Asked asked(Participant pupil) {
        return school.as(Role.CURATOR, () -> campaigns.asked(programme, campaign)).stream()
                .filter(one -> one.participant().id().equals(pupil.id()))
                .findFirst()
                .orElseThrow();
    }

    private Letters.Overview overview() {
        return school.as(Role.CURATOR, () -> letters.of(programme, campaign));
    }

    private int send(boolean again) {
        return school.as(Role.CURATOR, () -> letters.send(programme, campaign, again));
    }

    private Letter letter(Participant pupil) {
        return overview().letters().get(asked(pupil).invitation().id());
    }

    private String problem(Participant pupil) {
        return letter(pupil).problem();
    }

    private Long leadsTo(String token) {
        Links.Door.To door = (Links.Door.To) links.knock(token);
        return ((Answers.Sheet.Open) answers.open(door)).invitation().participantId();
    }

    private String page() {
        return "/programmes/" + programme + "/campaigns/" + campaign;
    }

    private ResultActions curator(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(
                request.session(Sessions.of(mvc, school, Role.CURATOR)).with(csrf()));
    }

    private static MimeMessage[] received() {
        return server.getReceivedMessages();
    }

    private static MimeMessage to(String address) {
        return Arrays.stream(received())
                .filter(one -> recipient(one).equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static String recipient(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage letter) throws MessagingException, IOException {
        return (String) letter.getContent();
    }

    private static String token(MimeMessage letter) throws MessagingException, IOException {
        Matcher link = LINK.matcher(text(letter));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
