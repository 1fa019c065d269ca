package org.mentoringroadmap.questionnaire;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * People of a programme are asked something.
 *
 * @param kind what a block of the roadmap asks for ({@link CampaignKind#id}), or the questionnaire that somebody has sent
 * @param activityKey the activity that asks; null where it was sent beside the roadmap
 * @param instanceId the process of the block; null likewise
 * @param dueOn term; may be null
 * @param remindedAt when those who had not answered were reminded last; null for never
 * @param closedAt since when nobody answers any more; null while it is open
 * @param respondent who is asked about the people; null where people are asked about themselves, or each sheet says it
 * @param partOf the campaign of which this is a part that asks others about the same people; null as a rule
 */
public record Campaign(
        Long id,
        Long programmeId,
        String kind,
        String activityKey,
        String instanceId,
        LocalDate dueOn,
        LocalDateTime openedAt,
        LocalDateTime remindedAt,
        LocalDateTime closedAt,
        Respondent respondent,
        Long partOf) {
    /** Whether answers are still taken. */
    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whether its term has passed while it is open. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueOn != null && dueOn.isBefore(today);
    }

    /** What the roadmap asks for; empty where a single questionnaire was sent. */
    public Optional<CampaignKind> asked() {
        return CampaignKind.find(kind);
    }
}
