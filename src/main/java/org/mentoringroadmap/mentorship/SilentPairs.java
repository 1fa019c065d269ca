package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.attention.AttentionSource;
import org.mentoringroadmap.school.ActingPerson;
import org.mentoringroadmap.school.StaffMember;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pairs and groups that work and have not met for long: all of them for who may see pairs, the own ones for a mentor. */
@Component
public class SilentPairs implements AttentionSource {
    private final MentorshipRepository mentorships;
    private final MentorshipAccess access;
    private final ActingPerson me;
    private final Period after;

    SilentPairs(
            MentorshipRepository mentorships,
            MentorshipAccess access,
            ActingPerson me,
            @Value("${mentoring.pairs.silent-after}") Period after) {
        this.mentorships = mentorships;
        this.access = access;
        this.me = me;
        this.after = after;
    }

    /** Whoever works and has not met after this day is silent. */
    public LocalDate since() {
        return access.today().minus(after);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attention> of(Long programmeId) {
        if (access.mayRead()) {
            long silent = mentorships.countSilent(access.toRead(programmeId).id(), since());
            return told("attention.silent", silent, "/programmes/" + programmeId + "/pairs?silent=true");
        }
        long own = me.find()
                .map(StaffMember::id)
                .map(mentor -> mentorships.countSilentOf(programmeId, mentor, since()))
                .orElse(0L);
        return told("attention.silent-own", own, "/mentoring");
    }

    private List<Attention> told(String code, long silent, String path) {
        return silent == 0 ? List.of() : List.of(new Attention(code, silent, String.valueOf(after.getDays()), path));
    }
}
