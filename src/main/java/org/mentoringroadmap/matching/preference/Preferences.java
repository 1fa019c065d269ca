package org.mentoringroadmap.matching.preference;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.matching.MatchingAccess;
import org.mentoringroadmap.matching.PresentMentorships;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom mentees and mentors would like, and whom they refuse; asked on both sides after the group meeting. Seen by those
 * who see the board; entered by curator and deputy.
 */
@Service
@Transactional
public class Preferences {
    /** How many can be named. */
    public static final int MAX_COUNT = 3;

    private static final int EVERYBODY = 1_000_000;

    private final PreferenceStore store;
    private final Admissions admissions;
    private final ParticipantDirectory directory;
    private final PresentMentorships pairs;
    private final ProgrammeLock programmes;
    private final MatchingAccess access;
    private final ConsentGate gate;

    Preferences(
            PreferenceStore store,
            Admissions admissions,
            ParticipantDirectory directory,
            PresentMentorships pairs,
            ProgrammeLock programmes,
            MatchingAccess access,
            ConsentGate gate) {
        this.store = store;
        this.admissions = admissions;
        this.directory = directory;
        this.pairs = pairs;
        this.programmes = programmes;
        this.access = access;
        this.gate = gate;
    }

    /**
     * What one participant of a programme said.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public PreferenceAnswer entered(Long programmeId, Long fromId) {
        return entered(programmeId, List.of(fromId)).get(fromId);
    }

    /** The same for many at once; everybody asked for is in the answer. */
    @Transactional(readOnly = true)
    public Map<Long, PreferenceAnswer> entered(Long programmeId, Collection<Long> fromIds) {
        access.toRead(programmeId);
        Map<Long, PreferenceAnswer> said = store.of(programmeId);
        Map<Long, PreferenceAnswer> asked = new LinkedHashMap<>();
        fromIds.forEach(id -> asked.put(id, said.getOrDefault(id, PreferenceAnswer.NOTHING)));
        return asked;
    }

    /**
     * Writes down what one participant said; what was said before is replaced. Nobody named and nobody refused is an
     * answer too.
     *
     * @param rankedIds participants of the other side, the dearest first
     * @param refusedIds participants of the other side
     * @throws UserInputException {@code matching.too-many-named}; {@code matching.named-twice}; {@code
     *     matching.named-and-refused}
     * @throws NotFoundException {@code matching.person-unknown} for who is not on the other side of this programme
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code matching.programme-completed}; {@code participant.no-consent} before who said it has
     *     consented
     */
    public void save(Long programmeId, Long fromId, List<Long> rankedIds, Set<Long> refusedIds) {
        Programme programme = access.toWrite(programmeId);
        if (fromId == null) {
            throw new UserInputException("matching.pair-missing");
        }
        List<Long> ranked = rankedIds == null
                ? List.of()
                : rankedIds.stream().filter(Objects::nonNull).toList();
        Set<Long> refused = refusedIds == null
                ? Set.of()
                : refusedIds.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        if (ranked.size() > MAX_COUNT) {
            throw new UserInputException("matching.too-many-named", String.valueOf(MAX_COUNT));
        }
        if (new HashSet<>(ranked).size() < ranked.size()) {
            throw new UserInputException("matching.named-twice");
        }
        if (ranked.stream().anyMatch(refused::contains)) {
            throw new UserInputException("matching.named-and-refused");
        }
        requireOtherSide(programme, fromId, ranked, refused);
        store.save(programmes.acquire(programme.id()), fromId, ranked, refused, access.login(), access.now());
    }

    /** The same for many, by who said it: all of it is written down, or nothing where one answer is refused. */
    public void save(Long programmeId, Map<Long, PreferenceAnswer> said) {
        said.forEach((from, entered) -> save(programmeId, from, entered.ranked(), entered.refused()));
    }

    private void requireOtherSide(Programme programme, Long fromId, List<Long> ranked, Set<Long> refused) {
        Set<Long> named = new HashSet<>(ranked);
        named.addAll(refused);
        Set<Long> all = new HashSet<>(named);
        all.add(fromId);
        Map<Long, Participant> people = directory.of(all).stream()
                .filter(one -> one.programmeId().equals(programme.id()))
                .collect(Collectors.toMap(Participant::id, Function.identity()));
        if (people.containsKey(fromId)) {
            gate.require(people.get(fromId));
        }
        boolean known = people.keySet().containsAll(all)
                && named.stream()
                        .noneMatch(id ->
                                people.get(id).role() == people.get(fromId).role());
        if (!known) {
            throw new NotFoundException("matching.person-unknown");
        }
    }

    /** Who has answered and who is missing, of those who would be matched today. */
    @Transactional(readOnly = true)
    public PreferenceCounts counts(Long programmeId) {
        Programme programme = access.toRead(programmeId);
        Set<Long> answered = store.of(programme.id()).keySet();
        Set<Long> paired = pairs.paired(programme.id());
        Map<Boolean, Set<Long>> mentees =
                admissions
                        .eligible(programme.id(), ParticipantRole.MENTEE, AdmissionPurpose.MATCHING, "", EVERYBODY)
                        .stream()
                        .filter(id -> !paired.contains(id))
                        .collect(Collectors.partitioningBy(answered::contains, Collectors.toSet()));
        Map<Long, Integer> taken = pairs.taken(programme.id());
        List<Long> offering =
                admissions.eligible(programme.id(), ParticipantRole.MENTOR, AdmissionPurpose.MATCHING, "", EVERYBODY);
        Map<Boolean, Set<Long>> mentors = directory.of(offering).stream()
                .filter(mentor -> mentor.capacity() > taken.getOrDefault(mentor.id(), 0))
                .map(Participant::id)
                .collect(Collectors.partitioningBy(answered::contains, Collectors.toSet()));
        return new PreferenceCounts(mentees.get(true), mentees.get(false), mentors.get(true), mentors.get(false));
    }
}
