package org.mentoringroadmap.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.HeldDetails;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.AuditActs;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What merging promises, on whichever database the subclass brings. */
abstract class DuplicatesContract {
    private static final LocalDate BORN = LocalDate.of(2014, 3, 2);

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RegisterQueries queries;

    @Autowired
    private RegisterGaps gaps;

    @Autowired
    private Admissions admissions;

    @Autowired
    private HeldDetails held;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR, Role.DIRECTOR);
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
    }

    @Test
    void theSameMenteeTwiceBecomesOneAndTwoAgain() {
        Participant kept = enter(ParticipantRole.MENTEE, "Примеров", "Дроби");
        Participant taken = enter(ParticipantRole.MENTEE, "Примиров", "Чтение");
        as(() -> consents.register(
                taken.id(), ConsentKind.PROCESSING, LocalDate.now(clock), Set.of(Signer.REPRESENTATIVE, Signer.SELF)));
        assertThat(as(() -> registers.visible(taken.id())).details().wordings(TopicKind.REQUEST))
                .isEqualTo("Чтение");
        assertThat(as(() -> registers.visible(kept.id())).details().topics())
                .as("not before the consent")
                .isEmpty();
        assertThat(found()).hasSize(1);
        assertThat(as(() -> duplicates.like(kept)))
                .extracting(side -> side.person().id())
                .containsExactly(taken.person().id());

        Long merge = merge(kept, taken).id();

        assertThat(list(ParticipantRole.MENTEE)).extracting(Participant::id).containsExactly(kept.id());
        ParticipantProfile profile = as(() -> queries.open(kept.id()));
        assertThat(profile.details().wordings(TopicKind.REQUEST)).isEqualTo("Дроби, Чтение");
        assertThat(profile.row().missing()).isEmpty();
        assertThat(found()).isEmpty();
        assertThat(as(() -> duplicates.history(programme))).hasSize(1);

        as(() -> {
            duplicates.undo(programme, merge);
            return null;
        });
        assertThat(list(ParticipantRole.MENTEE)).extracting(Participant::id).containsExactly(kept.id(), taken.id());
        assertThat(as(() -> queries.open(kept.id())).row().missing()).containsExactly(ConsentKind.PROCESSING);
        assertThat(as(() -> queries.open(kept.id())).details().topics())
                .as("the consent was the other one's")
                .isEmpty();
        assertThat(as(() -> queries.open(taken.id())).participant().status()).isEqualTo(ParticipantStatus.PROPOSED);
        assertThat(found()).hasSize(1);
        assertThat(AuditActs.about(jdbc, AuditThing.PERSON, kept.person().id()))
                .containsExactly("DUPLICATES_UNITED", "DUPLICATES_PARTED");
        assertThatThrownBy(() -> as(() -> {
                    duplicates.undo(programme, merge);
                    return null;
                }))
                .isInstanceOf(ConflictException.class)
                .hasMessage("merge.undone");
    }

    /** Nobody has refused: the second entry of somebody is closed, and reads like one who left without a consent. */
    @Test
    void anEntryThatWasMadeOneWithAnotherCountsNowhere() {
        Participant kept = enter(ParticipantRole.MENTEE, "Примеров", "Дроби");
        RegisterGroup pupils = RegisterGroup.ofRegister("mentee", "pupil");
        RegisterFigures before = gaps.figures(programme, pupils);
        Participant taken = enter(ParticipantRole.MENTEE, "Примиров", "Чтение");
        assertThat(gaps.figures(programme, pupils)).isNotEqualTo(before);

        merge(kept, taken);

        assertThat(gaps.figures(programme, pupils)).isEqualTo(before).isEqualTo(new RegisterFigures(0, 1, 0));
    }

    @Test
    void whoIsMenteeHereAndMentorThereKeepsBoth() {
        Participant mentee = enter(ParticipantRole.MENTEE, "Примеров", "Дроби");
        Participant mentor = enter(ParticipantRole.MENTOR, "Примерова", "Шахматы");

        merge(mentee, mentor);

        assertThat(as(() -> registers.visible(mentor.id())).person().id())
                .isEqualTo(mentee.person().id());
        assertThat(as(() -> registers.visible(mentor.id())).status()).isEqualTo(ParticipantStatus.PROPOSED);
        assertThat(list(ParticipantRole.MENTOR)).hasSize(1);
    }

    @Test
    void differentPeopleAreNotProposedAgain() {
        Participant one = enter(ParticipantRole.MENTEE, "Примеров", "Дроби");
        Participant other = enter(ParticipantRole.MENTEE, "Примерова", "Чтение");

        for (int twice = 0; twice < 2; twice++) {
            as(() -> {
                duplicates.tellApart(
                        programme, other.person().id(), one.person().id());
                return null;
            });
        }

        assertThat(found()).isEmpty();
        assertThat(as(() -> duplicates.like(one))).isEmpty();
    }

    @Test
    void whoWasLetInIsNotClosed() {
        Participant kept = enter(ParticipantRole.MENTEE, "Примеров", "Дроби");
        Participant taken = enter(ParticipantRole.MENTEE, "Примиров", "Чтение");
        as(() -> consents.register(
                taken.id(), ConsentKind.PROCESSING, LocalDate.now(clock), Set.of(Signer.REPRESENTATIVE, Signer.SELF)));
        as(() -> admissions.admit(AdmissionPurpose.MATCHING, List.of(taken.id()), LocalDate.now(clock)));

        assertThatThrownBy(() -> merge(kept, taken))
                .isInstanceOf(ConflictException.class)
                .hasMessage("merge.let-in");
        assertThat(list(ParticipantRole.MENTEE)).hasSize(2);
        merge(taken, kept);
        assertThat(list(ParticipantRole.MENTEE)).extracting(Participant::id).containsExactly(taken.id());
    }

    @Test
    void onlyThoseWhoWriteTheRegistersMergeAndOnlyInTheirSchool() {
        Participant one = enter(ParticipantRole.MENTEE, "Примеров", "Дроби");
        Participant other = enter(ParticipantRole.MENTEE, "Примиров", "Чтение");

        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> duplicates.of(programme)))
                .isInstanceOf(ForbiddenException.class);
        assertThat(school.as(Role.DIRECTOR, () -> duplicates.like(one))).isEmpty();
        TestSchool elsewhere = schools.create(Role.CURATOR);
        Long theirs = programmes
                .open(elsewhere.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        assertThatThrownBy(() -> elsewhere.as(
                        Role.CURATOR,
                        () -> duplicates.merge(
                                theirs,
                                one.person().id(),
                                other.person().id(),
                                one.person().details())))
                .isInstanceOf(NotFoundException.class);
    }

    /** People are compared when they are entered or renamed; one at a time or, after a long list, all together. */
    @Test
    void whoIsRenamedIsComparedAnew() {
        Participant one = enter(ParticipantRole.MENTEE, "Примеров", "Дроби");
        Participant other = enter(ParticipantRole.MENTEE, "Образцов", "Образец", "Чтение");
        assertThat(found()).isEmpty();

        rename(other, "Примерова", "Пример");
        assertThat(found())
                .singleElement()
                .satisfies(pair -> assertThat(List.of(
                                pair.first().person().id(),
                                pair.second().person().id()))
                        .containsExactly(one.person().id(), other.person().id()));
        assertThat(as(() -> duplicates.of(programme)).total()).isEqualTo(1);

        rename(other, "Образцов", "Образец");
        assertThat(found()).isEmpty();

        for (String name : "абвгдежзиклмнопрстуфхцчшщ".split("")) {
            enter(ParticipantRole.MENTEE, name.repeat(9), name.repeat(5), "Дроби");
        }
        enter(ParticipantRole.MENTOR, "Образцева", "Образец", "Дроби");
        enter(ParticipantRole.MENTOR, "Образцев", "Образец", "Дроби");
        assertThat(as(() -> duplicates.of(programme)).total())
                .as("Образцов and Образцев, Образцев and Образцева, and Образцов and Образцева, who may have married")
                .isEqualTo(3);
    }

    private void rename(Participant participant, String lastName, String firstName) {
        as(() -> {
            Participant now = registers.visible(participant.id());
            return registers.change(
                    now.id(),
                    now.person().version(),
                    now.version(),
                    PersonDetails.named(lastName, firstName, "Примерович", BORN),
                    now.details());
        });
    }

    private List<Duplicates.Proposal> found() {
        return as(() -> duplicates.of(programme)).proposals();
    }

    private PersonMerge merge(Participant kept, Participant taken) {
        return as(() -> duplicates.merge(
                programme,
                kept.person().id(),
                taken.person().id(),
                Duplicates.together(kept.person().details(), taken.person().details())));
    }

    private List<Participant> list(ParticipantRole role) {
        return as(() ->
                registers.find(programme, ParticipantFilter.of(role), 0, 10).getContent());
    }

    private Participant enter(ParticipantRole role, String lastName, String request) {
        return enter(role, lastName, "Пример", request);
    }

    private Participant enter(ParticipantRole role, String lastName, String firstName, String request) {
        ParticipantDetails plain = ParticipantDetails.of(role, ParticipantCategory.PUPIL, null);
        ParticipantDetails details = plain.copy()
                .topics(List.of(Topic.of(TopicKind.REQUEST, request)))
                .done();
        return as(() -> {
            Participant entered = registers.enter(
                    programme, role, PersonDetails.named(lastName, firstName, "Примерович", BORN), plain);
            held.keep(programme, role, Map.of(entered.id(), details)); // as a list does
            return entered;
        });
    }

    private <T> T as(Supplier<T> work) {
        return school.as(Role.CURATOR, work);
    }
}
