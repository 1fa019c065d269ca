package org.mentoringroadmap.document.content;

import java.util.List;
import java.util.Map;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorship.Kind;
import org.mentoringroadmap.mentorship.Mentorship.State;
import org.mentoringroadmap.mentorship.Mentorships;
import org.springframework.stereotype.Component;

/** How many pairs and groups a programme has, as reports print it. */
@Component
class MentorshipFigures {
    /** A group whose size nobody has entered has at least two. */
    private static final int LEAST_OF_A_GROUP = 2;

    private final Mentorships mentorships;
    private final DocumentTexts texts;

    MentorshipFigures(Mentorships mentorships, DocumentTexts texts) {
        this.mentorships = mentorships;
        this.texts = texts;
    }

    /**
     * Those that parted early are counted apart, since their mentees may have come to another pair; nobody is counted
     * twice.
     */
    Map<String, Object> of(Long programmeId) {
        List<Mentorship> all = mentorships.of(programmeId);
        List<Mentorship> kept = all.stream()
                .filter(mentorship -> mentorship.state() != State.ENDED_EARLY)
                .toList();
        String mentees = String.valueOf(
                kept.stream().mapToInt(MentorshipFigures::leastMentees).sum());
        boolean counted = kept.stream().allMatch(mentorship -> mentorship.mentees() > 0);
        return CommonContent.values(
                "pairs", count(kept, Kind.PAIR),
                "groups", count(kept, Kind.GROUP),
                "mentees", counted ? mentees : texts.text("document.report.at-least", mentees),
                "started",
                        all.stream()
                                .filter(mentorship -> mentorship.startedOn().isPresent())
                                .count(),
                "completed", count(all, State.COMPLETED),
                "endedEarly", count(all, State.ENDED_EARLY));
    }

    private static int leastMentees(Mentorship mentorship) {
        return mentorship.mentees() > 0 ? mentorship.mentees() : LEAST_OF_A_GROUP;
    }

    private static long count(List<Mentorship> mentorships, Kind kind) {
        return mentorships.stream()
                .filter(mentorship -> mentorship.kind() == kind)
                .count();
    }

    private static long count(List<Mentorship> mentorships, State state) {
        return mentorships.stream()
                .filter(mentorship -> mentorship.state() == state)
                .count();
    }
}
