package org.mentoringroadmap.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.exchange.ImportStore.KnownParticipant;
import org.mentoringroadmap.exchange.ImportStore.KnownPerson;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.person.PersonDetails;

/**
 * Tells who of a file is known already. The same person is: name and birthday, or name and class where one side has no
 * birthday. Where that cannot be told nobody guesses.
 */
final class ImportMatcher {
    private static final int ONE_LETTER = 1;

    /** Somebody of the school, or of an earlier row of the file. */
    private record Namesake(int row, String name, String key, String given, LocalDate birthDate) {
        /** Whether first name and patronymic are the same: with the same birthday the surname may have changed. */
        boolean sharesAllButTheSurname(String otherGiven) {
            return given != null && given.equals(otherGiven);
        }
    }

    /** A name under which a person is known: the own one, or that of another entry which was merged into the person. */
    private record Known(KnownPerson person, LocalDate birthDate) {}

    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<LocalDate, List<Namesake>> byBirthDate = new HashMap<>();
    private final Map<Long, Set<Long>> classes = new HashMap<>();
    private final Map<Long, KnownParticipant> register = new HashMap<>();
    private final Map<Long, Integer> taken = new HashMap<>();
    private final Map<String, List<ImportedRow>> entered = new HashMap<>();

    /** @param participants participations of the programme; those of the role are its register */
    ImportMatcher(Collection<KnownPerson> people, Collection<KnownParticipant> participants, ParticipantRole role) {
        Map<Long, KnownPerson> byId = new HashMap<>();
        people.forEach(person -> byId.put(person.id(), person));
        for (KnownPerson entry : people) {
            PersonDetails details = entry.details();
            KnownPerson person = entry;
            while (person != null && person.mergedInto() != null) {
                person = byId.get(person.mergedInto());
            }
            if (person != null) {
                String key = NameKey.of(details.fullName());
                byName.computeIfAbsent(key, name -> new ArrayList<>()).add(new Known(person, details.birthDate()));
                index(new Namesake(0, details.fullName(), key, details.name().givenKey(), details.birthDate()));
            }
        }
        for (KnownParticipant participant : participants) {
            if (participant.details().classId() != null) {
                classes.computeIfAbsent(participant.personId(), id -> new HashSet<>())
                        .add(participant.details().classId());
            }
            if (participant.role() == role) {
                register.put(participant.personId(), participant);
            }
        }
    }

    private void index(Namesake namesake) {
        if (namesake.birthDate() != null) {
            byBirthDate
                    .computeIfAbsent(namesake.birthDate(), day -> new ArrayList<>())
                    .add(namesake);
        }
    }

    /** The person's participation in the register. */
    Optional<KnownParticipant> participation(KnownPerson person) {
        return Optional.ofNullable(register.get(person.id()));
    }

    /**
     * The person of a row; empty for somebody new.
     *
     * @throws RowRefused {@code import.ambiguous}, {@code import.ambiguous-several}, {@code import.repeated}
     */
    Optional<KnownPerson> find(ImportedRow row) {
        Optional<KnownPerson> found = known(row);
        if (found.isPresent()) {
            Integer earlier = taken.putIfAbsent(found.get().id(), row.number);
            if (earlier != null) {
                throw new RowRefused("import.repeated", String.valueOf(earlier));
            }
            return found;
        }
        List<ImportedRow> namesakes = entered.computeIfAbsent(row.nameKey(), key -> new ArrayList<>());
        for (ImportedRow other : namesakes) {
            boolean same = row.birthDate != null && other.birthDate != null
                    ? row.birthDate.equals(other.birthDate)
                    : Objects.equals(row.className, other.className);
            if (same) {
                throw new RowRefused("import.repeated", String.valueOf(other.number));
            }
        }
        namesakes.add(row);
        return found;
    }

    private Optional<KnownPerson> known(ImportedRow row) {
        List<Known> namesakes = byName.getOrDefault(row.nameKey(), List.of());
        if (row.birthDate != null) {
            Optional<KnownPerson> same = namesakes.stream()
                    .filter(known -> row.birthDate.equals(known.birthDate()))
                    .map(Known::person)
                    .min((one, other) ->
                            Boolean.compare(!register.containsKey(one.id()), !register.containsKey(other.id())));
            if (same.isPresent()) {
                return same;
            }
            return alike(
                    row,
                    namesakes.stream()
                            .filter(known -> known.birthDate() == null)
                            .toList());
        }
        return alike(row, namesakes);
    }

    /** Of people with this name of whom a birthday is missing, on their side or ours. */
    private Optional<KnownPerson> alike(ImportedRow row, List<Known> namesakes) {
        if (namesakes.isEmpty()) {
            return Optional.empty();
        }
        List<KnownPerson> people =
                namesakes.stream().map(Known::person).distinct().toList();
        List<KnownPerson> same = people.stream()
                .filter(person -> row.className == null
                        ? register.containsKey(person.id()) && !classes.containsKey(person.id())
                        : row.classId != null
                                && classes.getOrDefault(person.id(), Set.of()).contains(row.classId))
                .toList();
        if (same.size() == 1) {
            return Optional.of(same.get(0));
        }
        throw people.size() > 1
                ? new RowRefused("import.ambiguous-several", row.name())
                : new RowRefused("import.ambiguous", people.get(0).details().fullName());
    }

    /** What is worth a look about somebody new: a namesake, or a name that is nearly the same with the same birthday. */
    Optional<RowRefused> resembling(ImportedRow row) {
        Optional<RowRefused> similar = Optional.empty();
        if (row.birthDate != null) {
            String key = row.nameKey();
            String given = row.person(null).name().givenKey();
            List<Namesake> sameDay = byBirthDate.getOrDefault(row.birthDate, List.of());
            similar = sameDay.stream()
                    .filter(other -> nearly(key, other.key()))
                    .findFirst()
                    .map(other -> other.row() == 0
                            ? new RowRefused("import.similar", other.name())
                            : new RowRefused("import.similar-row", String.valueOf(other.row())))
                    .or(() -> sameDay.stream()
                            .filter(other -> other.row() == 0 && other.sharesAllButTheSurname(given))
                            .findFirst()
                            .map(other -> new RowRefused("import.surname-changed", other.name())));
            index(new Namesake(row.number, row.name(), key, given, row.birthDate));
        }
        return similar.or(() -> byName.getOrDefault(row.nameKey(), List.of()).stream()
                .findFirst()
                .map(known -> new RowRefused("import.namesake", ImportPlan.day(known.birthDate()))));
    }

    /** One letter more, less or other; words in another order; a middle name that one side leaves out. */
    static boolean nearly(String one, String other) {
        if (one.equals(other)) {
            return false;
        }
        Set<String> words = new HashSet<>(Arrays.asList(one.split(" ")));
        Set<String> others = new HashSet<>(Arrays.asList(other.split(" ")));
        return words.size() > 1 && others.size() > 1 && (words.containsAll(others) || others.containsAll(words))
                || withinOneLetter(one, other);
    }

    private static boolean withinOneLetter(String one, String other) {
        int difference = one.length() - other.length();
        if (Math.abs(difference) > ONE_LETTER) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        String restOfOne = one.substring(Math.min(one.length(), start + (difference >= 0 ? 1 : 0)));
        String restOfOther = other.substring(Math.min(other.length(), start + (difference <= 0 ? 1 : 0)));
        return restOfOne.equals(restOfOther);
    }
}
