package org.mentoringroadmap.questionnaire;

import java.util.Optional;
import org.mentoringroadmap.shared.Unguarded;

/** The forms that are deployed. */
public interface QuestionnaireFiles {
    /** Content of the newest form with this id, whoever asks; empty where none is deployed. */
    @Unguarded
    Optional<String> newest(String key);
}
