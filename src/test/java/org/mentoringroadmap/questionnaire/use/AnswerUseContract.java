package org.mentoringroadmap.questionnaire.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaign;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.questionnaire.HelpReaders;
import org.mentoringroadmap.questionnaire.Links;
import org.mentoringroadmap.questionnaire.Respondent;
import org.mentoringroadmap.questionnaire.Results;
import org.mentoringroadmap.register.CardPart;
import org.mentoringroadmap.register.Duplicates;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done with answers, and who is told of them, on whichever database the subclass brings. */
abstract class AnswerUseContract {
    private static final Map<String, List<String>> ANSWERS = Map.of(
            "wish", List.of("yes"),
            "need", List.of("study", "other"),
            "subjects", List.of("maths", "science"),
            "interests", List.of("books"),
            "hard", List.of("Дроби"),
            "days", List.of("mon", "wed"));

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

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
    private RegisterOffers offers;

    @Autowired
    private HelpWishes wishes;

    @Autowired
    private Satisfaction satisfaction;

    @Autowired
    private HelpReaders readers;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private List<CardPart> cards;

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
    void answersAreOfferedAndGoIntoTheCardOnlyWhenSomebodyAccepts() {
        Participant pupil = consenting("Примеров");
        answer(pupil, "mentee-pupil", ANSWERS);

        List<RegisterOffers.Change> changes = as(() -> offers.ofParticipant(pupil.id()));

        assertThat(changes)
                .extracting(change -> change.field() + ": " + change.before() + " → " + change.after())
                .containsExactlyInAnyOrder(
                        "REQUESTS:  → Биология, Математика, Учеба, Физика, Химия"
                                .replace("Биология", "биология")
                                .replace("Учеба", "Учёба")
                                .replace("Химия", "химия"),
                        "INTERESTS:  → Книги и рассказы",
                        "DIFFICULTIES:  → Дроби",
                        "HOURS:  → пн 14:00–18:00, ср 14:00–18:00");
        assertThat(card(pupil).topics()).as("nothing by itself").isEmpty();

        assertThat(as(() -> offers.decide(programme, about(changes, CardField.REQUESTS, CardField.HOURS), true)))
                .isEqualTo(new RegisterOffers.Decided(2, 0));
        assertThat(card(pupil).wordings(TopicKind.REQUEST)).contains("Математика", "Учёба");
        assertThat(card(pupil).hours()).hasSize(2);
        assertThat(card(pupil).difficulties()).isNull();

        List<RegisterOffers.Change> left = as(() -> offers.ofParticipant(pupil.id()));
        assertThat(left)
                .extracting(RegisterOffers.Change::field)
                .containsExactlyInAnyOrder(CardField.INTERESTS, CardField.DIFFICULTIES);
        as(() -> offers.decide(
                programme, left.stream().map(RegisterOffers.Change::about).toList(), false));
        assertThat(as(() -> offers.ofParticipant(pupil.id()))).isEmpty();
        assertThat(card(pupil).difficulties()).isNull();
    }

    @Test
    void whatIsKnownStaysBesideWhatIsAnswered() {
        Participant pupil = consenting("Примеров");
        int version = as(() -> registers.visible(pupil.id())).version();
        ParticipantDetails known =
                card(pupil).copy().difficulties("Чтение вслух").done();
        as(() -> registers.describe(pupil.id(), version, known));
        answer(pupil, "mentee-pupil", ANSWERS);

        List<RegisterOffers.Change> changes = as(() -> offers.ofParticipant(pupil.id()));

        assertThat(changes)
                .filteredOn(change -> change.field() == CardField.DIFFICULTIES)
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).isEqualTo("Чтение вслух");
                    assertThat(change.after()).isEqualTo("Чтение вслух\nДроби");
                });
    }

    @Test
    void whatWasSeenIsWhatIsDecidedAbout() {
        Participant pupil = consenting("Примеров");
        Long invitation = answer(pupil, "mentee-pupil", ANSWERS);
        List<RegisterOffers.Change> seen = as(() -> offers.ofParticipant(pupil.id()));
        as(() -> answers.enter(
                programme,
                invitation,
                1,
                Channel.STAFF,
                Map.of("wish", List.of("yes"), "interests", List.of("music"))));

        assertThat(as(() -> offers.decide(programme, about(seen, CardField.INTERESTS), true)))
                .isEqualTo(new RegisterOffers.Decided(0, 1));
        assertThat(card(pupil).topics()).isEmpty();
        List<RegisterOffers.Change> anew = as(() -> offers.ofParticipant(pupil.id()));
        assertThat(anew).extracting(RegisterOffers.Change::after).containsExactly("Музыка и танцы");

        as(() -> offers.decide(programme, about(anew, CardField.INTERESTS), false));
        as(() -> answers.enter(
                programme, invitation, 2, Channel.STAFF, Map.of("wish", List.of("no"), "interests", List.of("music"))));
        assertThat(as(() -> offers.ofParticipant(pupil.id())))
                .as("whoever answers anew is heard anew")
                .hasSize(1);
        assertThatThrownBy(() -> as(() -> offers.decide(programme, List.of(), true)))
                .isInstanceOf(UserInputException.class);
    }

    @Test
    void withoutAConsentNothingIsOffered() {
        Participant pupil = consenting("Примеров");
        answer(pupil, "mentee-pupil", ANSWERS);
        List<RegisterOffers.Change> seen = as(() -> offers.ofParticipant(pupil.id()));
        Consent consent = as(() -> consents.of(pupil.person().id())).get(0);
        as(() -> consents.withdraw(consent.id(), null));

        assertThat(as(() -> offers.ofParticipant(pupil.id()))).isEmpty();
        assertThat(as(() -> offers.decide(
                        programme,
                        seen.stream().map(RegisterOffers.Change::about).toList(),
                        true)))
                .isEqualTo(new RegisterOffers.Decided(0, seen.size()));
        assertThat(card(pupil).topics()).isEmpty();
    }

    @Test
    void onlyTheCuratorDecides() {
        Participant pupil = consenting("Примеров");
        answer(pupil, "mentee-pupil", ANSWERS);
        List<String> about = as(() -> offers.ofParticipant(pupil.id())).stream()
                .map(RegisterOffers.Change::about)
                .toList();

        for (Role role : List.of(Role.DEPUTY, Role.PSYCHOLOGIST, Role.DIRECTOR)) {
            assertThat(school.as(role, () -> offers.ofParticipant(pupil.id()))).isEmpty();
            assertThatThrownBy(() -> school.as(role, () -> offers.decide(programme, about, true)))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void severalOthersSayWhatTheySeeOfOnePerson() {
        Participant pupil = consenting("Примеров");
        Long whole = campaignOf(invite(pupil, "third-party-view"));
        Long parents = as(() -> campaigns.askOthers(programme, whole, Respondent.PARENT));
        assertThat(as(() -> campaigns.askOthers(programme, parents, Respondent.PARENT)))
                .as("asked twice")
                .isEqualTo(parents);
        Long colleagues = as(() -> campaigns.askOthers(programme, whole, Respondent.DEPUTY));
        assertThat(as(() -> campaigns.asked(programme, colleagues)))
                .as("a pupil is nobody's colleague")
                .isEmpty();
        Long teacherSheet = invitationIn(whole);
        Long parentSheet = invitationIn(parents);
        assertThat(as(() -> answers.toEnter(programme, parentSheet)).given())
                .as("who is asked need not say who it is")
                .containsEntry("view", List.of("parent"));
        enter(teacherSheet, Map.of("view", List.of("class-teacher"), "care", List.of("Не торопить")));
        enter(parentSheet, Map.of("view", List.of("parent"), "strong", List.of("Поёт")));

        for (Role role : List.of(Role.CURATOR, Role.PSYCHOLOGIST)) {
            assertThat(othersSay(role, pupil))
                    .extracting(AnswersOnCard.View::who)
                    .containsExactlyInAnyOrder("Классный руководитель", "Родитель или законный представитель");
        }
        assertThat(othersSay(Role.CURATOR, pupil).stream()
                        .flatMap(view -> view.lines().stream())
                        .flatMap(line -> line.answers().stream()))
                .contains("Не торопить", "Поёт");
        for (Role role : List.of(Role.DEPUTY, Role.DIRECTOR, Role.SOCIAL_WORKER)) {
            assertThat(othersSay(role, pupil)).isEmpty();
        }
        Long own = campaignOf(invite(pupil, "mentee-pupil"));
        assertThatThrownBy(() -> as(() -> campaigns.askOthers(programme, own, Respondent.PARENT)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("questionnaire.about-themselves"));
    }

    /** Parents of pupils are asked how the year was where the pupils themselves are. */
    @Test
    void parentsSayHowTheYearWasBesideTheirChildren() {
        Participant pupil = consenting("Примеров");
        jdbc.sql("update participant set status = 'MATCHED' where id = ?")
                .param(pupil.id())
                .update();
        as(() -> campaigns.begin(programme, "satisfaction", "000-7.1.1", "instance-" + programme, null));
        Long whole = as(() -> campaigns.list(programme)).get(0).campaign().id();
        assertThat(as(() -> campaigns.others(programme, whole))).containsOnlyKeys(Respondent.PARENT);

        Long parents = as(() -> campaigns.askOthers(programme, whole, Respondent.PARENT));

        assertThat(as(() -> campaigns.asked(programme, parents)))
                .singleElement()
                .satisfies(one -> assertThat(one.invitation().questionnaire()).isEqualTo("final-parent"));
        assertThat(as(() -> campaigns.askOthers(programme, whole, Respondent.PARENT)))
                .as("asked twice")
                .isEqualTo(parents);
        assertThat(as(() -> campaigns.asked(programme, parents))).hasSize(1);
        assertThatThrownBy(() -> as(() -> campaigns.askOthers(programme, whole, Respondent.CLASS_TEACHER)))
                .isInstanceOf(ConflictException.class);

        enter(invitationIn(whole), Map.of("satisfied", List.of("5")));
        enter(invitationIn(parents), Map.of("satisfied", List.of("1")));
        assertThat(satisfaction.of("instance-" + programme))
                .as("parents are no participants")
                .isEqualTo(new Satisfaction.Figures(1, 1));
    }

    /** The row of the roadmap counts all who were asked about its people, and ends when all have answered. */
    @Test
    void aRowCountsWhoWasAskedBesideItsOwnPeople() {
        Participant pupil = consenting("Примеров");
        String instance = "instance-" + programme;
        as(() -> campaigns.begin(programme, "third-party", "000-2.1.3", instance, null));
        Long whole = as(() -> campaigns.list(programme)).get(0).campaign().id();
        Long parents = as(() -> campaigns.askOthers(programme, whole, Respondent.PARENT));
        enter(invitationIn(whole), Map.of("view", List.of("class-teacher")));
        assertThat(as(() -> campaigns.count(programme, "000-2.1.3", instance)).orElseThrow())
                .isEqualTo(new Campaigns.Figures(2, 1, 1));
        enter(invitationIn(parents), Map.of("view", List.of("parent")));
        assertThat(as(() -> campaigns.count(programme, "000-2.1.3", instance)).orElseThrow())
                .isEqualTo(new Campaigns.Figures(2, 2, 0));
        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> {
                    campaigns.close(programme, parents);
                    return null;
                }))
                .isInstanceOf(ConflictException.class);

        campaigns.end(instance);

        assertThat(as(() -> campaigns.list(programme)))
                .extracting(line -> line.campaign().isOpen())
                .containsOnly(false);
    }

    @Test
    void whatOthersSaidOfTheSecondEntryOfSomebodyGoesAlongAndComesBack() {
        Participant kept = consenting("Примеров");
        Participant closed = consenting("Примиров");
        invite(kept, "third-party-view");
        answer(closed, "third-party-view", Map.of("view", List.of("parent"), "strong", List.of("Поёт")));

        Long merge = as(() -> duplicates.merge(
                        programme,
                        kept.person().id(),
                        closed.person().id(),
                        kept.person().details()))
                .id();
        assertThat(othersSay(Role.CURATOR, kept)).hasSize(1);

        as(() -> {
            duplicates.undo(programme, merge);
            return null;
        });
        assertThat(othersSay(Role.CURATOR, kept)).isEmpty();
        assertThat(othersSay(Role.CURATOR, closed)).hasSize(1);
    }

    @Test
    void whoAsksForHelpIsToldToThePsychologistAlone() {
        Participant pupil = consenting("Примеров");
        Long invitation = invite(pupil, "interim-feedback");
        as(() -> answers.enter(programme, invitation, 0, Channel.PAPER, help("psychologist")));

        assertThat(school.as(Role.PSYCHOLOGIST, () -> wishes.waiting()))
                .singleElement()
                .satisfies(wish -> {
                    assertThat(wish.participant().id()).isEqualTo(pupil.id());
                    assertThat(wish.words()).containsExactly("Да, хочу поговорить с психологом");
                });
        for (Role role : List.of(Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.CLASS_TEACHER, Role.SOCIAL_WORKER)) {
            assertThat(school.as(role, () -> wishes.waiting())).as(role.id()).isEmpty();
            assertThatThrownBy(() -> school.as(role, () -> {
                        wishes.close(invitation);
                        return null;
                    }))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(as(() -> answers.read(programme, invitation)).given())
                .containsKey("mood")
                .doesNotContainKey("help");
        assertThat(school.as(Role.PSYCHOLOGIST, () -> answers.read(programme, invitation))
                        .given())
                .containsKey("help");
        assertThat(as(() -> answers.given(programme, answers.responses(programme, "interim-feedback"))
                        .get(invitation)))
                .doesNotContainKey("help");
        Campaign campaign = as(() -> campaigns.list(programme)).get(0).campaign();
        assertThat(school.as(Role.PSYCHOLOGIST, () -> results.of(programme, campaign.id(), null)).stream()
                        .flatMap(sheet -> sheet.questions().stream())
                        .map(answered -> answered.question().key()))
                .as("not even counted")
                .contains("mood")
                .doesNotContain("help");
        assertThat(as(() -> exported.of(pupil.id())).participations().get(0).answers().stream()
                        .flatMap(given -> given.lines().stream())
                        .filter(line -> line.question().startsWith("Нужна ли вам помощь"))
                        .flatMap(line -> line.answers().stream()))
                .singleElement()
                .satisfies(words -> assertThat(words).startsWith("Ответ хранит"));

        school.as(Role.PSYCHOLOGIST, () -> {
            wishes.close(invitation);
            return null;
        });
        assertThat(school.as(Role.PSYCHOLOGIST, () -> wishes.waiting())).isEmpty();
    }

    @Test
    void aWishForHelpGoesWithTheAnswerThatAskedForIt() {
        Participant pupil = consenting("Примеров");
        Long invitation = invite(pupil, "interim-feedback");
        as(() -> answers.enter(programme, invitation, 0, Channel.PAPER, help("change")));
        as(() -> answers.enter(programme, invitation, 1, Channel.PAPER, Map.of("mood", List.of("5"))));
        assertThat(school.as(Role.PSYCHOLOGIST, () -> wishes.waiting()))
                .as("whoever does not see the answer does not wipe it out")
                .hasSize(1);
        as(() -> answers.enter(programme, invitation, 2, Channel.PAPER, help("no")));
        assertThat(school.as(Role.PSYCHOLOGIST, () -> wishes.waiting())).isEmpty();
    }

    /** A link that somebody of the staff has copied tells who asked for help as little as the page of the answers. */
    @Test
    void noLinkShowsWhoHasAskedForHelpAndNoneTakesItBackUnseen() {
        Participant pupil = consenting("Примеров");
        String token = as(() -> campaigns.invite(programme, "interim-feedback", List.of(pupil.id()), null))
                .get(0)
                .token();
        answers.send(door(token), help("psychologist"));
        assertThat(((Answers.Sheet.Open) answers.open(door(token))).given())
                .containsKey("mood")
                .doesNotContainKey("help");

        answers.send(door(token), Map.of("mood", List.of("5")));

        assertThat(school.as(Role.PSYCHOLOGIST, () -> wishes.waiting())).hasSize(1);
        school.as(Role.PSYCHOLOGIST, () -> {
            wishes.close(wishes.waiting().get(0).invitationId());
            return null;
        });
        answers.send(door(token), Map.of("mood", List.of("4")));
        assertThat(school.as(Role.PSYCHOLOGIST, () -> wishes.waiting()))
                .as("what is taken care of does not come back with another answer")
                .isEmpty();
        answers.send(door(token), help("change"));
        assertThat(school.as(Role.PSYCHOLOGIST, () -> wishes.waiting())).hasSize(1);
        answers.send(door(token), help("no"));
        assertThat(school.as(Role.PSYCHOLOGIST, () -> wishes.waiting())).isEmpty();
    }

    private Links.Door.To door(String token) {
        return (Links.Door.To) links.knock(token);
    }

    @Test
    void theSchoolSaysWhoIsTold() {
        Participant pupil = consenting("Примеров");
        Long invitation = invite(pupil, "interim-feedback");
        as(() -> answers.enter(programme, invitation, 0, Channel.PAPER, help("curator")));

        school.as(Role.DIRECTOR, () -> {
            readers.choose(school.id(), Role.DEPUTY);
            return null;
        });

        assertThat(school.as(Role.PSYCHOLOGIST, () -> wishes.waiting())).isEmpty();
        assertThat(school.as(Role.DEPUTY, () -> wishes.waiting())).hasSize(1);
        assertThat(school.as(Role.PSYCHOLOGIST, () -> answers.read(programme, invitation))
                        .given())
                .doesNotContainKey("help");
        assertThatThrownBy(() -> school.as(Role.PSYCHOLOGIST, () -> {
                    readers.choose(school.id(), Role.PSYCHOLOGIST);
                    return null;
                }))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> as(() -> {
                    readers.choose(school.id(), Role.CLASS_TEACHER);
                    return null;
                }))
                .isInstanceOf(UserInputException.class);
    }

    private static Map<String, List<String>> help(String asked) {
        return Map.of("mood", List.of("3"), "help", List.of(asked));
    }

    private List<AnswersOnCard.View> othersSay(Role role, Participant participant) {
        return school.as(
                role,
                () -> cards.stream()
                        .map(part -> part.of(participant))
                        .filter(shown -> shown.containsKey("othersSay"))
                        .flatMap(shown -> ((List<?>) shown.get("othersSay")).stream())
                        .map(AnswersOnCard.View.class::cast)
                        .toList());
    }

    private static List<String> about(List<RegisterOffers.Change> changes, CardField... fields) {
        return changes.stream()
                .filter(change -> Set.of(fields).contains(change.field()))
                .map(RegisterOffers.Change::about)
                .toList();
    }

    private ParticipantDetails card(Participant participant) {
        return as(() -> registers.visible(participant.id()).details());
    }

    private <T> T as(Supplier<T> act) {
        return school.as(Role.CURATOR, act);
    }

    private Participant consenting(String lastName) {
        Participant entered = as(() -> registers.enter(
                programme,
                ParticipantRole.MENTEE,
                PersonDetails.named(lastName, "Пример", null, today.minusYears(12)),
                ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
        as(() -> consents.register(
                entered.id(), ConsentKind.PROCESSING, today, Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
        return entered;
    }

    private Long invite(Participant participant, String questionnaire) {
        return as(() -> campaigns.invite(programme, questionnaire, List.of(participant.id()), null))
                .get(0)
                .invitationId();
    }

    private Long answer(Participant participant, String questionnaire, Map<String, List<String>> given) {
        Long invitation = invite(participant, questionnaire);
        enter(invitation, given);
        return invitation;
    }

    private void enter(Long invitation, Map<String, List<String>> given) {
        assertThat(as(() -> answers.enter(programme, invitation, 0, Channel.PAPER, given)))
                .isInstanceOf(Answers.Sent.Kept.class);
    }

    private Long campaignOf(Long invitation) {
        return jdbc.sql("select campaign_id from questionnaire_invitation where id = ?")
                .param(invitation)
                .query(Long.class)
                .single();
    }

    private Long invitationIn(Long campaign) {
        return as(() -> campaigns.asked(programme, campaign))
                .get(0)
                .invitation()
                .id();
    }
}
