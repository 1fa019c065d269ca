package org.mentoringroadmap.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.matching.preference.Preferences;
import org.mentoringroadmap.matching.run.Board;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.matching.run.ProposedPair;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Hour;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.Cards;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** A school with people who can be matched. */
public abstract class MatchingTestCase {
    @Autowired
    protected TestSchools schools;

    @Autowired
    protected Programmes programmes;

    @Autowired
    protected Registers registers;

    @Autowired
    protected Consents consents;

    @Autowired
    protected MatchingRuns runs;

    @Autowired
    protected Preferences preferences;

    @Autowired
    protected ReasonTexts texts;

    @Autowired
    protected Clock clock;

    protected TestSchool school;
    protected Long programmeId;
    protected LocalDate today;
    private int entered;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST, Role.CLASS_TEACHER);
        today = LocalDate.now(clock);
        programmeId = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    /** Somebody to enter; nothing is known but who they are. */
    protected final class Newcomer {
        private final ParticipantRole role;
        private ParticipantCategory category;
        private LocalDate born;
        private Long classId;
        private int capacity = 1;
        private Integer ageFrom;
        private Integer ageTo;
        private String difficulties;
        private final Set<MentoringForm> forms = new HashSet<>();
        private final Set<RoleModel> models = new HashSet<>();
        private final Set<Topic> topics = new HashSet<>();
        private final Set<Hour> hours = new HashSet<>();
        private final Set<Need> needs = new HashSet<>();
        private boolean consents = true;

        private Newcomer(ParticipantRole role, ParticipantCategory category) {
            this.role = role;
            this.category = category;
            born = LocalDate.of(1990, 1, 2);
        }

        public Newcomer likes(String... wordings) {
            return topics(TopicKind.INTEREST, wordings);
        }

        public Newcomer asks(String... wordings) {
            return topics(TopicKind.REQUEST, wordings);
        }

        public Newcomer can(String... wordings) {
            return topics(TopicKind.COMPETENCE, wordings);
        }

        private Newcomer topics(TopicKind kind, String... wordings) {
            Arrays.stream(wordings).map(wording -> Topic.of(kind, wording)).forEach(topics::add);
            return this;
        }

        public Newcomer comes(int day, int fromHour, int toHour) {
            hours.add(new Hour(day, fromHour * 60, toHour * 60));
            return this;
        }

        public Newcomer takes(int mentees) {
            capacity = mentees;
            return this;
        }

        public Newcomer wishes(int from, int to) {
            ageFrom = from;
            ageTo = to;
            return this;
        }

        public Newcomer of(Long schoolClass) {
            classId = schoolClass;
            return this;
        }

        Newcomer in(MentoringForm form) {
            forms.add(form);
            return this;
        }

        public Newcomer as(RoleModel model) {
            models.add(model);
            return this;
        }

        public Newcomer aged(int years) {
            born = today.minusYears(years).minusDays(1);
            return this;
        }

        public Newcomer difficult(String text) {
            difficulties = text;
            needs.addAll(Arrays.asList(Need.values()));
            return this;
        }

        public Newcomer withoutConsent() {
            consents = false;
            return this;
        }

        public ParticipantDetails details() {
            return ParticipantDetails.of(role, category, classId)
                    .copy()
                    .capacity(role == ParticipantRole.MENTOR ? capacity : 0)
                    .ages(ageFrom, ageTo)
                    .difficulties(difficulties)
                    .forms(forms)
                    .roleModels(models)
                    .topics(List.copyOf(topics))
                    .hours(hours)
                    .needs(needs)
                    .done();
        }

        public Participant enter() {
            PersonDetails person = new PersonDetails(
                    "Примеров-" + ++entered, "Пример", null, born, null, null, null, null, null, null, null, null);
            return curator(() -> {
                Participant participant =
                        registers.enter(programmeId, role, person, details().asAConsentNeeds(role));
                registers.changeStatus(participant.id(), ParticipantStatus.REGISTERED, null);
                if (!consents) {
                    return participant;
                }
                consent(participant);
                return Cards.fill(registers, participant.id(), details());
            });
        }
    }

    /** A pupil who looks for a mentor. */
    protected Newcomer mentee() {
        return new Newcomer(ParticipantRole.MENTEE, ParticipantCategory.PUPIL);
    }

    /** A pupil who mentors. */
    protected Newcomer mentor() {
        return new Newcomer(ParticipantRole.MENTOR, ParticipantCategory.PUPIL);
    }

    protected Newcomer teacher(ParticipantRole role) {
        return new Newcomer(role, ParticipantCategory.TEACHER);
    }

    protected Long consent(Participant participant) {
        return consents.register(
                        participant.id(), ConsentKind.PROCESSING, today, Set.of(Signer.SELF, Signer.REPRESENTATIVE))
                .id();
    }

    protected RunSummary propose() {
        return curator(() -> runs.propose(programmeId, RunRequest.EVERYBODY));
    }

    protected Board board(RunSummary run) {
        return curator(() -> runs.board(run.id()));
    }

    protected ProposedPair pairOf(RunSummary run, Participant mentee) {
        return board(run).pairs().stream()
                .filter(pair -> pair.mentee().id().equals(mentee.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The mentee is left: "
                        + board(run).left().stream()
                                .filter(left -> left.mentee().id().equals(mentee.id()))
                                .flatMap(left -> texts.texts(left.reasons()).stream())
                                .toList()));
    }

    protected Long mentorOf(RunSummary run, Participant mentee) {
        return pairOf(run, mentee).mentor().id();
    }

    protected List<String> whyLeft(RunSummary run, Participant mentee) {
        return board(run).left().stream()
                .filter(left -> left.mentee().id().equals(mentee.id()))
                .flatMap(left -> texts.texts(left.reasons()).stream())
                .toList();
    }

    protected <T> T curator(Supplier<T> work) {
        return school.as(Role.CURATOR, work);
    }

    protected void curator(Runnable work) {
        as(Role.CURATOR, work);
    }

    protected void as(Role role, Runnable work) {
        school.as(role, () -> {
            work.run();
            return null;
        });
    }
}
