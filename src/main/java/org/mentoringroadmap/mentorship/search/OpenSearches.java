package org.mentoringroadmap.mentorship.search;

import java.util.List;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.attention.AttentionSource;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mentees for whom a mentor is looked for, for who may see pairs: the psychologist supports them, the director asks. */
@Component
class OpenSearches implements AttentionSource {
    private final MentorSearches searches;
    private final MentorshipAccess access;

    OpenSearches(MentorSearches searches, MentorshipAccess access) {
        this.searches = searches;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attention> of(Long programmeId) {
        if (!access.mayRead()) {
            return List.of();
        }
        long waiting = searches.count(access.toRead(programmeId).id(), MentorSearch.State.SEARCHING);
        return waiting == 0
                ? List.of()
                : List.of(new Attention("attention.searches", waiting, "", "/programmes/" + programmeId + "/searches"));
    }
}
