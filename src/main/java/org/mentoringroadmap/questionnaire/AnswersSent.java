package org.mentoringroadmap.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody has answered, or has answered otherwise than before. Published inside the transaction.
 *
 * @param answers by the key of the question
 * @param kept questions of which whoever sent it does not see the answer and has said nothing new
 */
public record AnswersSent(
        Long invitationId, Questionnaire questionnaire, Map<String, List<String>> answers, Set<String> kept) {}
