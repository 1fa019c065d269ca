package org.mentoringroadmap.register;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.search.Found;
import org.mentoringroadmap.search.SearchSource;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People of the registers of the programmes that run, by a part of the name. */
@Component
class PeopleFound implements SearchSource {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /** A school runs one or two; an administrator sees those of all schools. */
    private static final int MAX_PROGRAMMES = 10;

    private final Registers registers;
    private final Programmes programmes;
    private final SchoolClasses classes;
    private final ParticipantAccess access;
    private final MessageSource messages;

    PeopleFound(
            Registers registers,
            Programmes programmes,
            SchoolClasses classes,
            ParticipantAccess access,
            MessageSource messages) {
        this.registers = registers;
        this.programmes = programmes;
        this.classes = classes;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public Kind kind() {
        return Kind.PEOPLE;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Found> find(String text, int limit) {
        if (!access.mayRead()) {
            return List.of();
        }
        ParticipantFilter named = new ParticipantFilter(null, text, null, null, null, null);
        return programmes.inFront().stream()
                .filter(programme -> programme.state() == Programme.State.RUNNING)
                .limit(MAX_PROGRAMMES)
                .flatMap(programme -> of(
                        programme,
                        registers.find(programme.id(), named, 0, limit).getContent()))
                .limit(limit)
                .toList();
    }

    private Stream<Found> of(Programme programme, List<Participant> people) {
        Map<Long, String> names = people.isEmpty()
                ? Map.of()
                : classes.of(programme.schoolId(), programme.schoolYear()).stream()
                        .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
        return people.stream()
                .map(one -> new Found(
                        one.person().tellingName(),
                        Stream.of(
                                        one.classId().map(names::get).orElse(""),
                                        role(one),
                                        programme.schoolYear().text())
                                .filter(part -> part != null && !part.isEmpty())
                                .collect(Collectors.joining(", ")),
                        "/participants/" + one.id()));
    }

    private String role(Participant participant) {
        return messages.getMessage("participant-role." + participant.role(), null, RUSSIAN)
                .toLowerCase(RUSSIAN);
    }
}
