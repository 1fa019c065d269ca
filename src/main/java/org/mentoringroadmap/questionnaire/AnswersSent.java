package org.mentoringroadmap.questionnaire;

import java.util.List;
import java.util.Map;

/**
 * Somebody has answered, or has answered otherwise than before. Published inside the transaction.
 *
 * @param answers by the key of the question
 */
public record AnswersSent(Long invitationId, Questionnaire questionnaire, Map<String, List<String>> answers) {}
