package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pairs and groups of a programme, for reading. Works for whoever asks, since processes and documents ask too: a page
 * shows only programmes that it has got from {@link org.mentoringroadmap.programme.Programmes#visible(Long)}.
 */
@Unguarded
@Service
@Transactional(readOnly = true)
public class Mentorships {
    /** How many a list or a grid shows at once. */
    public static final int PAGE = 25;

    private final MentorshipRepository repository;

    Mentorships(MentorshipRepository repository) {
        this.repository = repository;
    }

    /** All of a programme, pairs before groups, in the order of their codes; for documents and lists of the whole. */
    public List<Mentorship> of(Long programmeId) {
        return repository.findByProgrammeIdOrderByKindDescNumber(programmeId);
    }

    /**
     * One page of a programme's pairs and groups in the same order.
     *
     * @param page number of the page, from 0; below 0 counts as 0
     */
    public Page<Mentorship> find(Long programmeId, MentorshipFilter filter, int page) {
        String text = filter.text() == null ? "" : filter.text().strip();
        Set<Mentorship.State> states =
                filter.state().map(EnumSet::of).orElseGet(() -> EnumSet.allOf(Mentorship.State.class));
        return repository.search(
                programmeId,
                states,
                text,
                text.toUpperCase(Locale.ROOT),
                text.toLowerCase(Locale.ROOT),
                capital(text),
                ParticipantDirectory.nameKey(text),
                filter.missing().isEmpty(),
                filter.missing().orElse(MeetingKind.ORGANISATIONAL),
                filter.silentSince().isEmpty(),
                filter.silentSince().orElse(LocalDate.EPOCH),
                PageRequest.of(Math.max(page, 0), PAGE));
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }

    /**
     * One of a programme.
     *
     * @throws NotFoundException {@code mentorship.unknown}
     */
    public Mentorship get(Long programmeId, Long id) {
        return repository
                .findById(id)
                .filter(pair -> pair.programmeId().equals(programmeId))
                .orElseThrow(() -> new NotFoundException("mentorship.unknown"));
    }

    /**
     * Some of a programme, in the order of their ids.
     *
     * @throws NotFoundException {@code mentorship.unknown} when one of them is not of the programme
     */
    public List<Mentorship> all(Long programmeId, Collection<Long> ids) {
        Set<Long> wanted = Set.copyOf(ids);
        List<Mentorship> found = repository.findByProgrammeIdAndIdInOrderById(programmeId, wanted);
        if (found.size() < wanted.size()) {
            throw new NotFoundException("mentorship.unknown");
        }
        return found;
    }

    /** Those of a programme that do not begin because somebody in them is not let in, in the order of their codes. */
    public List<Mentorship> held(Long programmeId) {
        return repository.findByProgrammeIdAndHeldOnIsNotNullOrderByKindDescNumber(programmeId);
    }

    /** Whether the programme has any. */
    public boolean exist(Long programmeId) {
        return repository.existsByProgrammeId(programmeId);
    }

    /** How many of a programme stand there. */
    public long count(Long programmeId, Mentorship.State state) {
        return repository.countByProgrammeIdAndState(programmeId, state);
    }

    /** Those of a mentor that still meet or are about to, of all programmes. */
    public List<Mentorship> ofMentor(Long staffMemberId) {
        return repository.findByMentorIdAndStateInOrderById(
                staffMemberId, EnumSet.of(Mentorship.State.FORMED, Mentorship.State.RUNNING));
    }
}
