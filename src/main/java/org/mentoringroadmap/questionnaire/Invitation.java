package org.mentoringroadmap.questionnaire;

import java.time.LocalDateTime;

/**
 * Somebody is asked, or is asked about.
 *
 * @param participantId whom the answers are about
 * @param questionnaire key of the questionnaire
 * @param edition which of its editions
 * @param code typed in the computer room, as it is printed
 * @param answeredAt when the answers were sent last; null while there are none
 * @param answeredBy login of who has entered them for somebody; null for the person's own answer
 * @param channel by which way; null while there is no answer
 * @param version how often answers were kept; 0 while there are none
 */
public record Invitation(
        Long id,
        Long campaignId,
        Long participantId,
        Long editionId,
        String questionnaire,
        int edition,
        String code,
        LocalDateTime answeredAt,
        String answeredBy,
        Channel channel,
        int version) {
    /** Whether there are answers. */
    public boolean isAnswered() {
        return answeredAt != null;
    }
}
