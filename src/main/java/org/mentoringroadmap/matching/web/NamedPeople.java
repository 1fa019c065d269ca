package org.mentoringroadmap.matching.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;

/** People as a field with suggestions names them: «Примеров Пётр Петрович, 5А»; namesakes carry their birthday or number. */
final class NamedPeople {
    private final Map<Long, String> labels = new LinkedHashMap<>();
    private final Map<String, Long> byKey = new HashMap<>();

    NamedPeople(Collection<Participant> people, Map<Long, String> classNames) {
        Map<String, Long> times = people.stream()
                .collect(Collectors.groupingBy(
                        one -> ParticipantDirectory.nameKey(label(one, classNames)), Collectors.counting()));
        for (Participant one : people) {
            String label = label(one, classNames);
            boolean alone = times.get(ParticipantDirectory.nameKey(label)) == 1;
            String shown = alone ? label : label + " № " + one.id();
            labels.put(one.id(), shown);
            byKey.put(ParticipantDirectory.nameKey(shown), one.id());
        }
    }

    private static String label(Participant one, Map<Long, String> classNames) {
        return one.person().tellingName()
                + one.classId().map(classNames::get).map(name -> ", " + name).orElse("");
    }

    /** What the field suggests, in the order of the people. */
    public List<String> suggestions() {
        return List.copyOf(labels.values());
    }

    /** How the field names somebody; empty for who is not among them. */
    public String label(Long id) {
        return labels.getOrDefault(id, "");
    }

    /** Whether somebody is not among them. */
    boolean lacks(Long id) {
        return !labels.containsKey(id);
    }

    /** Whom a text means: the whole of it, or a beginning that fits nobody else. */
    Optional<Long> find(String text) {
        String key = ParticipantDirectory.nameKey(text);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (byKey.containsKey(key)) {
            return Optional.of(byKey.get(key));
        }
        List<Long> begun = byKey.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(key))
                .map(Map.Entry::getValue)
                .limit(2)
                .toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }
}
