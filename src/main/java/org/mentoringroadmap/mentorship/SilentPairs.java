package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.attention.AttentionSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pairs and groups that work and have not met for long, for who may change pairs. */
@Component
public class SilentPairs implements AttentionSource {
    private final MentorshipRepository mentorships;
    private final MentorshipAccess access;
    private final Period after;

    SilentPairs(
            MentorshipRepository mentorships,
            MentorshipAccess access,
            @Value("${mentoring.pairs.silent-after}") Period after) {
        this.mentorships = mentorships;
        this.access = access;
        this.after = after;
    }

    /** Whoever works and has not met after this day is silent. */
    public LocalDate since() {
        return access.today().minus(after);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attention> of(Long programmeId) {
        if (!access.mayWrite()) {
            return List.of();
        }
        long silent = mentorships.countSilent(access.toRead(programmeId).id(), since());
        return silent == 0
                ? List.of()
                : List.of(new Attention(
                        "attention.silent",
                        silent,
                        String.valueOf(after.getDays()),
                        "/programmes/" + programmeId + "/pairs?silent=true"));
    }
}
