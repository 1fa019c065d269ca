package org.mentoringroadmap.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.shared.Unguarded;

/** The forms that are deployed. */
public interface QuestionnaireFiles {
    /** Content of the newest form with this id, whoever asks; empty where none is deployed. */
    @Unguarded
    Optional<String> newest(String key);

    /** Content of the newest of each deployed form that is a questionnaire, by key; whoever asks. */
    @Unguarded
    Map<String, String> questionnaires();

    /**
     * Deploys the form of a questionnaire, whoever asks.
     *
     * @return what it is refused for, in words for who has made it; empty when it is in force
     */
    @Unguarded
    List<String> deploy(String key, String content);

    /** Whether a model that is deployed asks by it, whoever looks. */
    @Unguarded
    boolean isNamedByModels(String key);

    /** Takes back every deployment of the form of a questionnaire, whoever asks. */
    @Unguarded
    void undeploy(String key);
}
