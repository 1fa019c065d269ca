package org.mentoringroadmap.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.register.PersonDataExport;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is asked, what is kept of the answers and what is not, on whichever database the subclass brings. */
abstract class QuestionnairesContract {
    private static final String PUPIL = "mentee-pupil";

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private PersonDataExport exported;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Answers answers;

    @Autowired
    private Links links;

    @Autowired
    private Results results;

    @Autowired
    private QuestionnaireEditions editions;

    @Autowired
    private JdbcClient jdbc;

    private TestSchool school;
    private Long programme;
    private LocalDate today;

    @BeforeEach
    void school() {
        school = schools.create();
        today = TestClock.today();
        programme = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    @Test
    void aLinkLeadsToTheQuestionsAndTheDatabaseDoesNotKnowIt() {
        Participant pupil = consenting("Примеров");
        Campaigns.FreshLink link = invite(pupil);

        Answers.Sheet.Open sheet = (Answers.Sheet.Open) answers.open(door(link.token()));

        assertThat(link.token()).matches("[A-Za-z0-9_-]{22}");
        assertThat(sheet.questionnaire().key()).isEqualTo(PUPIL);
        assertThat(sheet.name()).isEqualTo("Пример");
        assertThat(jdbc.sql("select token from questionnaire_link where invitation_id = ?")
                        .param(link.invitationId())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .allSatisfy(kept -> assertThat(kept).matches("[0-9a-f]{64}").doesNotContain(link.token()));
        assertThat(links.knock(link.token().substring(1) + "x")).isInstanceOf(Links.Door.Unknown.class);
        assertThat(links.knock("")).isInstanceOf(Links.Door.Unknown.class);
        assertThat(links.knock(null)).isInstanceOf(Links.Door.Unknown.class);
    }

    @Test
    void answersAreKeptPerQuestionAndChangedUntilTheEnd() {
        Participant pupil = consenting("Примеров");
        Campaigns.FreshLink link = invite(pupil);

        assertThat(send(link, Map.of("wish", List.of("yes"), "interests", List.of("sport", "music"))))
                .isInstanceOf(Answers.Sent.Kept.class);
        assertThat(send(link, Map.of("wish", List.of("yes"), "interests", List.of("music", "sport"))))
                .as("a double click")
                .isInstanceOf(Answers.Sent.Kept.class);
        assertThat(rows(link)).isEqualTo(3);
        assertThat(response().version()).isEqualTo(1);
        assertThat(response().channel()).isEqualTo(Channel.LINK);
        assertThat(response().edition()).isEqualTo(1);

        send(link, Map.of("wish", List.of("no"), "proud", List.of("=1+1 <b>рисую</b>")));

        assertThat(response().version()).isEqualTo(2);
        assertThat(rows(link)).isEqualTo(2);
        assertThat(((Answers.Sheet.Open) answers.open(door(link.token()))).given())
                .containsEntry("proud", List.of("=1+1 <b>рисую</b>"));

        Answers.Sent refused = send(link, Map.of("wish", List.of("perhaps"), "proud", List.of("другое")));
        assertThat(((Answers.Sent.Refused) refused).looked().problems()).containsOnlyKeys("wish");
        assertThat(rows(link)).as("nothing half kept").isEqualTo(2);
    }

    @Test
    void manyWhoSendTheSameAtOnceMakeOneAnswer() throws Exception {
        Campaigns.FreshLink link = invite(consenting("Примеров"));
        Links.Door.To door = door(link.token());
        ExecutorService clicks = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Answers.Sent>> same = IntStream.range(0, 16)
                    .<Callable<Answers.Sent>>mapToObj(i -> () -> answers.send(door, Map.of("wish", List.of("yes"))))
                    .toList();
            for (Future<Answers.Sent> sent : clicks.invokeAll(same)) {
                assertThat(sent.get()).isInstanceOf(Answers.Sent.Kept.class);
            }
        } finally {
            clicks.shutdown();
        }
        assertThat(response().version()).isEqualTo(1);
        assertThat(rows(link)).isEqualTo(1);
    }

    @Test
    void onlyWhoHasConsentedIsAsked() {
        Participant consenting = consenting("Примеров");
        Participant without = enter("Безбумагин");

        assertThatThrownBy(() -> as(() ->
                        campaigns.invite(programme, PUPIL, List.of(consenting.id(), without.id()), today.plusDays(1))))
                .isInstanceOfSatisfying(UserInputException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("questionnaire.no-consent");
                    assertThat(refused.arguments()).contains(without.id().toString());
                });
        assertThat(as(() -> campaigns.list(programme))).isEmpty();
        refused(
                UserInputException.class,
                "questionnaire.nobody",
                () -> campaigns.invite(programme, PUPIL, List.of(), null));
        refused(
                UserInputException.class,
                "questionnaire.expires",
                () -> campaigns.invite(programme, PUPIL, List.of(consenting.id()), today.minusDays(1)));
        refused(
                NotFoundException.class,
                "questionnaire.unknown",
                () -> campaigns.invite(programme, "campaign-open", List.of(consenting.id()), null));
        refused(
                NotFoundException.class,
                "participant.unknown",
                () -> campaigns.invite(programme, PUPIL, List.of(-1L), null));
        assertThatThrownBy(() -> school.as(
                        Role.PSYCHOLOGIST, () -> campaigns.invite(programme, PUPIL, List.of(consenting.id()), null)))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aConsentThatIsWithdrawnShutsThePageAndNothingIsKept() {
        Participant pupil = consenting("Примеров");
        Campaigns.FreshLink link = invite(pupil);
        Consent consent = as(() -> consents.of(pupil.person().id())).get(0);
        as(() -> consents.withdraw(consent.id(), null));

        assertThat(answers.open(door(link.token()))).isEqualTo(new Answers.Sheet.Shut("consent"));
        assertThat(send(link, Map.of("wish", List.of("yes")))).isEqualTo(new Answers.Sent.Shut("consent"));
        assertThat(rows(link)).isZero();
        refused(
                ConflictException.class,
                "participant.no-consent",
                () -> answers.enter(programme, link.invitationId(), 0, Channel.PAPER, Map.of("wish", List.of("yes"))));
    }

    @Test
    void whoIsForgottenLeavesNoAnswer() {
        Participant pupil = consenting("Примеров");
        Campaigns.FreshLink link = invite(pupil);
        send(link, Map.of("wish", List.of("yes"), "proud", List.of("Рисую")));
        assertThat(as(() -> exported.of(pupil.id())).participations().get(0).answers())
                .singleElement()
                .satisfies(given -> {
                    assertThat(given.title()).isEqualTo("Анкета для тех, кому нужен наставник");
                    assertThat(given.lines().stream().flatMap(line -> line.answers().stream()))
                            .containsExactly("Да", "Рисую");
                });

        Consent consent = as(() -> consents.of(pupil.person().id())).get(0);
        as(() -> consents.withdraw(consent.id(), null));
        withdrawals.anonymise(consent.id());

        assertThat(rows(link)).isZero();
        assertThat(links.knock(link.token())).isInstanceOf(Links.Door.Unknown.class);
        assertThat(as(() -> answers.responses(programme, PUPIL))).isEmpty();
    }

    @Test
    void aLinkEndsWithItsDayAndWithItsCampaign() {
        Participant pupil = consenting("Примеров");
        Campaigns.FreshLink link = invite(pupil);
        jdbc.sql("update questionnaire_link set expires_on = ? where invitation_id = ?")
                .params(today.minusDays(1), link.invitationId())
                .update();
        assertThat(answers.open(door(link.token()))).isEqualTo(new Answers.Sheet.Shut("expired"));
        assertThat(send(link, Map.of("wish", List.of("yes")))).isEqualTo(new Answers.Sent.Shut("expired"));

        Campaigns.FreshLink second = invite(pupil);
        assertThat(second.invitationId()).isEqualTo(link.invitationId());
        assertThat(answers.open(door(second.token()))).isInstanceOf(Answers.Sheet.Open.class);
        Long campaign = as(() -> campaigns.list(programme)).get(0).campaign().id();
        school.as(Role.CURATOR, () -> {
            campaigns.close(programme, campaign);
            return null;
        });
        assertThat(answers.open(door(second.token()))).isEqualTo(new Answers.Sheet.Shut("closed"));
        assertThat(send(second, Map.of("wish", List.of("yes")))).isEqualTo(new Answers.Sent.Shut("closed"));
        assertThat(rows(link)).isZero();
    }

    @Test
    void aCodeOpensAPageForTheDay() {
        Participant pupil = consenting("Примеров");
        Campaigns.FreshLink link = invite(pupil);
        send(link, Map.of("wish", List.of("yes")));
        String code = jdbc.sql("select code from questionnaire_invitation where id = ?")
                .param(link.invitationId())
                .query(String.class)
                .single();

        Links.Entered entered = links.enter(" " + code.toLowerCase().substring(0, 4) + "-" + code.substring(4));

        assertThat(entered.answer()).isEqualTo(Guesses.Answer.RIGHT);
        Links.Door.To door = door(entered.token());
        assertThat(door.channel()).isEqualTo(Channel.CODE);
        assertThat(door.expiresOn()).isEqualTo(today);
        assertThat(((Answers.Sheet.Open) answers.open(door)).given())
                .as("whoever sits down there reads no earlier answers")
                .isEmpty();
        assertThat(links.enter("ZZZZZZZZ").answer()).isEqualTo(Guesses.Answer.WRONG);
        assertThat(links.enter("").answer()).isEqualTo(Guesses.Answer.WRONG);
        Long campaign = as(() -> campaigns.list(programme)).get(0).campaign().id();
        school.as(Role.CURATOR, () -> {
            campaigns.close(programme, campaign);
            return null;
        });
        assertThat(links.enter(code).answer()).isEqualTo(Guesses.Answer.WRONG);
    }

    /** Whoever hands out links makes none to read by it what was answered before. */
    @Test
    void aLinkThatIsMadeAfterTheAnswerShowsNothingOfIt() {
        Participant pupil = consenting("Примеров");
        Campaigns.FreshLink first = invite(pupil);
        send(first, Map.of("wish", List.of("yes")));

        Campaigns.FreshLink second = invite(pupil);

        assertThat(given(second)).isEmpty();
        assertThat(given(first)).containsEntry("wish", List.of("yes"));
        assertThat(send(second, Map.of("wish", List.of("no")))).isInstanceOf(Answers.Sent.Kept.class);
        assertThat(given(second)).as("what was sent since").containsEntry("wish", List.of("no"));
    }

    private Map<String, List<String>> given(Campaigns.FreshLink link) {
        return ((Answers.Sheet.Open) answers.open(door(link.token()))).given();
    }

    /** Whoever goes back in the browser neither reads nor changes what the one before has sent; the code opens it anew. */
    @Test
    void whatWasSentByACodeIsSentOnce() {
        Participant pupil = consenting("Примеров");
        String code = jdbc.sql("select code from questionnaire_invitation where id = ?")
                .param(invite(pupil).invitationId())
                .query(String.class)
                .single();
        Links.Door.To door = door(links.enter(code).token());
        Map<String, List<String>> said = Map.of("wish", List.of("yes"));
        assertThat(answers.send(door, said)).isInstanceOf(Answers.Sent.Kept.class);

        assertThat(answers.send(door, said)).as("a double click").isInstanceOf(Answers.Sent.Kept.class);
        assertThat(answers.send(door, Map.of("wish", List.of("no")))).isEqualTo(new Answers.Sent.Shut("used"));
        assertThat(answers.open(door)).isEqualTo(new Answers.Sheet.Shut("used"));
        assertThat(response().version()).isEqualTo(1);
        Links.Door.To again = door(links.enter(code).token());
        assertThat(answers.send(again, Map.of("wish", List.of("no")))).isInstanceOf(Answers.Sent.Kept.class);
        assertThat(response().version()).isEqualTo(2);
    }

    @Test
    void twoWhoEnterOneSheetDoNotWriteOverEachOther() {
        Participant pupil = consenting("Примеров");
        Campaigns.FreshLink link = invite(pupil);
        Long invitation = link.invitationId();
        as(() -> answers.enter(programme, invitation, 0, Channel.PAPER, Map.of("wish", List.of("yes"))));

        refused(
                ConflictException.class,
                "questionnaire.answered-meanwhile",
                () -> answers.enter(programme, invitation, 0, Channel.STAFF, Map.of("wish", List.of("no"))));
        assertThat(as(() -> answers.enter(programme, invitation, 0, Channel.PAPER, Map.of("wish", List.of("yes")))))
                .as("the same sheet twice")
                .isInstanceOf(Answers.Sent.Kept.class);
        assertThat(response().channel()).isEqualTo(Channel.PAPER);
        assertThat(response().answeredBy()).isEqualTo(school.login(Role.CURATOR));
        as(() -> answers.enter(programme, invitation, 1, Channel.STAFF, Map.of("wish", List.of("no"))));
        assertThat(response().version()).isEqualTo(2);
        assertThatThrownBy(() -> school.as(
                        Role.TEACHER,
                        () -> answers.enter(programme, invitation, 2, Channel.STAFF, Map.of("wish", List.of("yes")))))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void onlyWhoLooksAfterPeopleReadsWhatTheySaid() {
        Campaigns.FreshLink link = invite(consenting("Примеров"));
        send(link, Map.of("wish", List.of("yes")));

        assertThat(school.as(Role.PSYCHOLOGIST, () -> answers.read(programme, link.invitationId()))
                        .given())
                .containsEntry("wish", List.of("yes"));
        for (Role role : List.of(Role.DEPUTY, Role.DIRECTOR, Role.CLASS_TEACHER)) {
            assertThatThrownBy(() -> school.as(role, () -> answers.read(programme, link.invitationId())))
                    .isInstanceOf(ForbiddenException.class);
        }
        assertThat(school.as(Role.CLASS_TEACHER, () -> answers.responses(programme, PUPIL)))
                .as("nobody of the own class")
                .isEmpty();
        assertThat(school.as(Role.DIRECTOR, () -> answers.responses(programme, PUPIL)))
                .hasSize(1);
        Long campaign = as(() -> campaigns.list(programme)).get(0).campaign().id();
        assertThat(school.as(Role.DIRECTOR, () -> results.of(programme, campaign, null)))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.tooFew()).isTrue());
    }

    @Test
    void whatFiveHaveAnsweredIsCountedWithoutNames() {
        Long campaign = null;
        for (int i = 0; i < 5; i++) {
            Campaigns.FreshLink link = invite(consenting("Примеров" + "абвгд".charAt(i)));
            campaign = as(() -> campaigns.list(programme)).get(0).campaign().id();
            send(
                    link,
                    Map.of(
                            "wish", List.of(i < 4 ? "yes" : "no"),
                            "worry", List.of(String.valueOf(i + 1)),
                            "proud", List.of("слова " + (9 - i))));
        }
        Long known = campaign;

        Results.Sheet sheet = school.as(Role.DIRECTOR, () -> results.of(programme, known, null))
                .get(0);

        assertThat(sheet.answered()).isEqualTo(5);
        assertThat(question(sheet, "wish").bars().get(0)).isEqualTo(new Results.Bar("Да", 4, 80));
        assertThat(question(sheet, "worry").mean()).hasValue(3);
        assertThat(question(sheet, "worry").reversed()).isTrue();
        assertThat(question(sheet, "proud").words())
                .containsExactly("слова 5", "слова 6", "слова 7", "слова 8", "слова 9");
        assertThat(school.as(Role.DIRECTOR, () -> results.classes(programme, known)))
                .as("nobody is in a class")
                .isEmpty();
        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> results.of(programme, known, 1L)))
                .isInstanceOf(NotFoundException.class);
    }

    /** Two who are left when a class is taken away from the whole are as known as two who are shown. */
    @Test
    void aClassIsToldApartOnlyBesideEnoughOthers() {
        Long five = school.addClass("5А");
        Long two = school.addClass("5Б");
        for (int i = 0; i < 7; i++) {
            send(
                    invite(consenting("Примеров" + "абвгдеж".charAt(i), i < 5 ? five : two)),
                    Map.of("wish", List.of("yes")));
        }
        Long campaign = as(() -> campaigns.list(programme)).get(0).campaign().id();
        assertThat(school.as(Role.DIRECTOR, () -> results.classes(programme, campaign)))
                .isEmpty();
        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> results.of(programme, campaign, five)))
                .isInstanceOf(NotFoundException.class);

        for (int i = 0; i < 3; i++) {
            send(invite(consenting("Образцов" + "абв".charAt(i), two)), Map.of("wish", List.of("no")));
        }

        assertThat(school.as(Role.DIRECTOR, () -> results.classes(programme, campaign)))
                .containsExactlyInAnyOrder(five, two);
        assertThat(school.as(Role.DIRECTOR, () -> results.of(programme, campaign, two)))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.answered()).isEqualTo(5));
    }

    private static Results.Answered question(Results.Sheet sheet, String key) {
        return sheet.questions().stream()
                .filter(one -> one.question().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Whoever was asked by an edition answers that one; who is asked in another campaign answers the newest. */
    @Test
    void aCampaignKeepsItsQuestions() {
        Participant first = consenting("Примеров");
        Campaigns.FreshLink link = invite(first);
        Long edition = as(() -> campaigns.asked(
                        programme, campaigns.list(programme).get(0).campaign().id()))
                .get(0)
                .invitation()
                .editionId();
        jdbc.sql("update questionnaire_edition set digest = ? where id = ?")
                .params("f".repeat(64), edition)
                .update();
        try {
            invite(consenting("Образцов"));
            assertThat(as(() -> campaigns.asked(
                                    programme,
                                    campaigns.list(programme).get(0).campaign().id()))
                            .stream()
                            .map(asked -> asked.invitation().editionId()))
                    .containsOnly(edition);
        } finally {
            jdbc.sql("update questionnaire_edition set digest = ? where id = ?")
                    .params(
                            org.mentoringroadmap.shared.Sha256.of(
                                    jdbc.sql("select form from questionnaire_edition where id = ?")
                                            .param(edition)
                                            .query(String.class)
                                            .single()),
                            edition)
                    .update();
        }
        assertThat(editions.get(edition).questionnaire().key()).isEqualTo(PUPIL);
        assertThat(send(link, Map.of("wish", List.of("yes")))).isInstanceOf(Answers.Sent.Kept.class);
    }

    private <T> void refused(Class<? extends UserInputException> type, String code, Supplier<T> act) {
        assertThatThrownBy(() -> as(act))
                .isInstanceOfSatisfying(
                        type, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private <T> T as(Supplier<T> act) {
        return school.as(Role.CURATOR, act);
    }

    private Participant enter(String lastName, Long classId) {
        return as(() -> registers.enter(
                programme,
                ParticipantRole.MENTEE,
                PersonDetails.named(lastName, "Пример", null, today.minusYears(12)),
                ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, classId)));
    }

    private Participant enter(String lastName) {
        return enter(lastName, null);
    }

    private Participant consenting(String lastName) {
        return consenting(lastName, null);
    }

    private Participant consenting(String lastName, Long classId) {
        Participant entered = enter(lastName, classId);
        as(() -> consents.register(
                entered.id(), ConsentKind.PROCESSING, today, Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
        return entered;
    }

    private Campaigns.FreshLink invite(Participant participant) {
        return as(() -> campaigns.invite(programme, PUPIL, List.of(participant.id()), null))
                .get(0);
    }

    private Links.Door.To door(String token) {
        return (Links.Door.To) links.knock(token);
    }

    private Answers.Sent send(Campaigns.FreshLink link, Map<String, List<String>> typed) {
        return answers.send(door(link.token()), typed);
    }

    private Invitation response() {
        return as(() -> answers.responses(programme, PUPIL)).get(0);
    }

    private int rows(Campaigns.FreshLink link) {
        return jdbc.sql("select count(*) from questionnaire_answer where invitation_id = ?")
                .param(link.invitationId())
                .query(Integer.class)
                .single();
    }
}
