package org.mentoringroadmap.mentorship;

import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programmebank.ProgrammeBank;
import org.mentoringroadmap.programmebank.ProgrammeCard;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which card of the bank of programmes a pair or group works. */
@Service
@Transactional
public class MentorshipCards {
    private final MentorshipRepository repository;
    private final Mentorships mentorships;
    private final ProgrammeBank bank;
    private final MentorshipLocks locks;
    private final MentorshipAccess access;

    MentorshipCards(
            MentorshipRepository repository,
            Mentorships book,
            ProgrammeBank bank,
            MentorshipLocks locks,
            MentorshipAccess access) {
        this.repository = repository;
        this.mentorships = book;
        this.bank = bank;
        this.locks = locks;
        this.access = access;
    }

    /** The card of a pair, in the archive or not; empty where none is chosen. */
    @Transactional(readOnly = true)
    public Optional<ProgrammeCard> of(Mentorship pair) {
        return pair.cardId()
                .flatMap(id -> bank.find(access.toRead(pair.programmeId()).schoolId(), id));
    }

    /** Cards that a pair of the programme can choose, by title. */
    @Transactional(readOnly = true)
    public List<ProgrammeCard> offered(Programme programme) {
        return bank.offered(programme.schoolId());
    }

    /**
     * Chooses the card of a pair.
     *
     * @param cardId null for none
     * @param likewise whether all pairs of the card's form that have no card work by it too
     * @throws NotFoundException {@code card.unknown}, {@code mentorship.unknown}, {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code mentorship.programme-completed}
     */
    public void choose(Long programmeId, Long id, Long cardId, boolean likewise) {
        Programme programme = access.toWrite(programmeId);
        locks.programme(programmeId);
        locks.pair(id);
        Mentorship pair = mentorships.get(programmeId, id);
        Optional<ProgrammeCard> card = Optional.ofNullable(cardId).map(chosen -> card(programme, chosen));
        workBy(pair, cardId);
        if (likewise) {
            card.map(ProgrammeCard::form)
                    .map(form -> repository.findByProgrammeIdAndFormAndCardIdIsNull(programmeId, form))
                    .ifPresent(others -> others.forEach(other -> workBy(other, cardId)));
        }
    }

    private ProgrammeCard card(Programme programme, Long id) {
        return bank.find(programme.schoolId(), id).orElseThrow(() -> new NotFoundException("card.unknown"));
    }

    private void workBy(Mentorship pair, Long cardId) {
        pair.workBy(cardId);
        pair.changed(access.login(), access.now());
        repository.save(pair);
    }
}
