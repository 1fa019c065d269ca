package org.mentoringroadmap.participant;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Participants by their ids, for features that show who takes part. Works for whoever asks, since processes and documents
 * ask too: a page shows names only to who may see them.
 */
@Unguarded
@Service
@Transactional(readOnly = true)
public class ParticipantDirectory {
    private final ParticipantRepository participants;
    private final StatusChangeRepository changes;

    ParticipantDirectory(ParticipantRepository participants, StatusChangeRepository changes) {
        this.participants = participants;
        this.changes = changes;
    }

    /** Those with these ids, with their persons, in the order of names; an unknown id is left out. */
    public List<Participant> of(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : participants.cards(new TreeSet<>(ids));
    }

    /** The same, with all that is entered about each; for a few. */
    public List<Participant> full(Collection<Long> ids) {
        List<Participant> found = of(ids);
        found.forEach(Participant::details); // read while the transaction is open
        return found;
    }

    /** The one with a known id, with the person; the statement is translated once, as no list is. */
    public Participant one(Long id) {
        return participants.card(id).orElseThrow();
    }

    /** These first, and behind them everybody of their programmes who has the surname of one of them: whom they are to be told from. */
    public List<Participant> withTheirNamesakes(Collection<Participant> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        List<Participant> others = participants.ofSurnames(
                some.stream().map(Participant::programmeId).collect(Collectors.toSet()),
                some.stream().map(one -> one.person().details().lastName()).collect(Collectors.toSet()));
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /**
     * How often a participant and the person behind it have been changed.
     *
     * @param version of the participant
     */
    public record Version(Long participantId, int version, Long personId, int personVersion) {}

    /** Versions of those with these ids, past what the session remembers: equal as long as nothing that is entered changes. */
    public Set<Version> versions(Collection<Long> ids) {
        return ids.isEmpty() ? Set.of() : participants.versions(new TreeSet<>(ids));
    }

    /** Every participation of a person, the oldest first. */
    public List<Participant> ofPerson(Long personId) {
        return participants.findByPersonIdOrderById(personId);
    }

    /** The same, with those of entries that were merged into this one. */
    public List<Participant> ofEveryEntry(Long personId) {
        return participants.ofEveryEntry(personId);
    }

    /** Which of these have ever stood there, whatever became of them since. */
    public Set<Long> everStood(Collection<Long> ids, ParticipantStatus status) {
        return ids.isEmpty() ? Set.of() : changes.everStood(new TreeSet<>(ids), status);
    }

    /** How names are compared: small letters, «е» for «ё», single spaces. */
    public static String nameKey(String text) {
        return NameKey.of(text);
    }
}
