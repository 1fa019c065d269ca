package org.mentoringroadmap.platform.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.mentoringroadmap.consent.ConsentRules;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.HoursText;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.platform.authority.DemoEngine;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills the registers of a programme with invented people, as a curator enters them. */
@Component
@Profile("demo")
class DemoPeople {
    private static final int SIGNED_DAYS_AGO = 5;
    private static final int DAYS_SINCE_BIRTHDAY = 100;

    private final Registers registers;
    private final Consents consents;
    private final ConsentRules rules;
    private final SchoolClasses classes;
    private final Staff staff;
    private final DemoEngine engine;
    private final Clock clock;
    private final List<DemoPerson> people;

    DemoPeople(
            Registers registers,
            Consents consents,
            ConsentRules rules,
            SchoolClasses classes,
            Staff staff,
            DemoEngine engine,
            Clock clock,
            ObjectMapper json) {
        this.registers = registers;
        this.consents = consents;
        this.rules = rules;
        this.classes = classes;
        this.staff = staff;
        this.engine = engine;
        this.clock = clock;
        people = DemoPerson.read(json);
    }

    /**
     * The people of the current year; whose consents are here are in the register, the others are entered only.
     *
     * @param categories whose registers they are; empty for all
     * @return ids of the participants by name
     */
    Map<String, Long> join(String schoolId, Long programmeId, List<ParticipantCategory> categories) {
        LocalDate signedOn = LocalDate.now(clock).minusDays(SIGNED_DAYS_AGO);
        Map<String, Long> ids = new HashMap<>();
        people.stream()
                .filter(person -> categories.isEmpty() || categories.contains(person.category()))
                .forEach(person -> enter(
                                schoolId,
                                programmeId,
                                person,
                                person.schoolClass(),
                                signedOn,
                                ParticipantStatus.REGISTERED)
                        .ifPresent(id -> ids.put(person.name(), id)));
        return ids;
    }

    /** Those who took part the year before and finished it; their consents of then have run out. */
    void joinLastYear(String schoolId, Long programmeId, SchoolYear year) {
        LocalDate signedOn = LocalDate.of(year.firstYear(), Month.SEPTEMBER, 15);
        people.stream()
                .filter(person -> person.lastClass() != null)
                .forEach(person ->
                        enter(schoolId, programmeId, person, person.lastClass(), signedOn, ParticipantStatus.FINISHED));
    }

    private Optional<Long> enter(
            String schoolId,
            Long programmeId,
            DemoPerson person,
            String schoolClass,
            LocalDate signedOn,
            ParticipantStatus status) {
        AtomicReference<Long> entered = new AtomicReference<>();
        DemoYear.attempt(
                "a participant",
                () -> engine.as(Role.CURATOR.id(), schoolId, () -> {
                    PersonDetails details = details(schoolId, person);
                    ParticipantDetails all = participation(person, classId(schoolId, schoolClass));
                    Participant participant =
                            registers.enter(programmeId, person.role(), details, all.asAConsentNeeds(person.role()));
                    entered.set(participant.id());
                    person.consents()
                            .forEach(kind -> consents.register(
                                    participant.id(),
                                    kind,
                                    signedOn,
                                    rules.signers(kind, person.category(), details.birthDate(), signedOn)));
                    if (person.consents().contains(ConsentKind.PROCESSING)) {
                        Participant known = registers.visible(participant.id());
                        registers.change(
                                known.id(),
                                known.person().version(),
                                known.version(),
                                known.person().details(),
                                all);
                        registers.changeStatus(participant.id(), status, null);
                    }
                    return null;
                }));
        return Optional.ofNullable(entered.get());
    }

    private Long classId(String schoolId, String name) {
        return classes.of(schoolId).stream()
                .filter(schoolClass -> schoolClass.name().equals(name))
                .map(SchoolClass::id)
                .findFirst()
                .orElse(null);
    }

    private Long staffId(String schoolId, String name) {
        return staff.of(schoolId).stream()
                .filter(member -> member.fullName().equals(name))
                .map(StaffMember::id)
                .findFirst()
                .orElse(null);
    }

    private PersonDetails details(String schoolId, DemoPerson person) {
        String[] words = person.name().split(" ");
        boolean minor = person.representative() != null;
        return new PersonDetails(
                words[0],
                words[1],
                words[2],
                LocalDate.now(clock).minusYears(person.age()).minusDays(DAYS_SINCE_BIRTHDAY),
                minor ? null : "8 (000) 000-00-00",
                null,
                person.organisation(),
                person.post(),
                person.staff() ? staffId(schoolId, person.name()) : null,
                person.representative(),
                null,
                minor ? "8 (000) 000-00-01" : null);
    }

    private static ParticipantDetails participation(DemoPerson person, Long classId) {
        TopicKind matter = person.role() == ParticipantRole.MENTEE ? TopicKind.REQUEST : TopicKind.COMPETENCE;
        List<Topic> topics = Stream.concat(
                        Topic.list(matter, person.matters()).stream(),
                        Topic.list(TopicKind.INTEREST, person.interests()).stream())
                .toList();
        return new ParticipantDetails(
                person.category(),
                classId,
                person.capacity(),
                person.ageFrom(),
                person.ageTo(),
                person.achievements(),
                person.difficulties(),
                person.forms(),
                person.roleModels(),
                topics,
                HoursText.parse(person.hours()),
                person.needs());
    }
}
