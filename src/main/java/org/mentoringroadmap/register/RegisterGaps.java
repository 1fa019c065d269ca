package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.consent.ConsentRules;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of a register has no consent to processing that lasts until the programme's year ends, and how many have. One that
 * is valid today and ends before, such as last year's, is one that is missing.
 */
@Service
@Transactional(readOnly = true)
public class RegisterGaps {
    /** How many names a page shows at once. */
    public static final int PAGE = 50;

    private final RegisterGapRepository gaps;
    private final Programmes programmes;
    private final ConsentRules rules;
    private final ParticipantAccess access;

    RegisterGaps(RegisterGapRepository gaps, Programmes programmes, ConsentRules rules, ParticipantAccess access) {
        this.gaps = gaps;
        this.programmes = programmes;
        this.rules = rules;
        this.access = access;
    }

    /** The figures of today; whoever asks. */
    @Unguarded
    public RegisterFigures figures(Long programmeId, RegisterGroup group) {
        LocalDate today = access.today();
        LocalDate until = programmes.get(programmeId).lastDay(today);
        LocalDate adultBorn = rules.bornForAge(rules.adultFrom(), today);
        long all = gaps.countTakingPart(
                programmeId, group.role(), group.category(), group.age().name(), adultBorn);
        long received = gaps.countReceived(
                programmeId, group.role(), group.category(), group.age().name(), adultBorn, until);
        long refused = gaps.countRefused(
                programmeId, group.role(), group.category(), group.age().name(), adultBorn);
        return new RegisterFigures((int) received, (int) (all - received), (int) refused);
    }

    /** With what the participants have finished the programme, as of today; whoever asks. */
    @Unguarded
    public OutcomeFigures outcomes(Long programmeId) {
        int finished = 0;
        int left = 0;
        int continuing = 0;
        int withoutResult = 0;
        for (Object[] row : gaps.outcomes(programmeId)) {
            ParticipantStatus status = (ParticipantStatus) row[0];
            int people = ((Number) row[1]).intValue();
            if (status == ParticipantStatus.FINISHED) {
                finished += people;
                withoutResult += ((Number) row[2]).intValue();
            } else if (status == ParticipantStatus.LEFT) {
                left += people;
            } else {
                continuing += people;
            }
        }
        return new OutcomeFigures(finished, left, continuing, withoutResult);
    }

    /**
     * Those whose consent for the programme's year is missing and whom the acting account sees, in the order of names.
     *
     * @param page number of the page, from 0
     */
    public Page<Participant> missing(Long programmeId, RegisterGroup group, int page) {
        Programme programme = access.toRead(programmeId);
        Optional<Set<Long>> own = access.ownClasses(programme.schoolId());
        Set<Long> seen = new HashSet<>(own.orElse(Set.of()));
        seen.add(-1L); // an empty list is no SQL
        return gaps.missing(
                programmeId,
                group.role(),
                group.category(),
                group.age().name(),
                rules.bornForAge(rules.adultFrom(), access.today()),
                programme.lastDay(access.today()),
                own.isEmpty(),
                seen,
                PageRequest.of(Math.max(page, 0), PAGE));
    }
}
