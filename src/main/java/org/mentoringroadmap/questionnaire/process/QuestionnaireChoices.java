package org.mentoringroadmap.questionnaire.process;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mentoringroadmap.questionnaire.Questionnaire;
import org.mentoringroadmap.questionnaire.QuestionnaireLibrary;
import org.mentoringroadmap.roadmap.block.AddedChoices;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a row of the roadmap can ask by. */
@Configuration(proxyBeanMethods = false)
class QuestionnaireChoices {
    @Bean
    AddedChoices ownQuestionnaires(ObjectProvider<QuestionnaireLibrary> library) {
        return new AddedChoices(
                "questionnaire-campaign", BlockVariables.QUESTIONNAIRE.name(), () -> titles(library.getObject()));
    }

    private static Map<String, String> titles(QuestionnaireLibrary library) {
        return library.own().stream()
                .collect(Collectors.toMap(Questionnaire::key, Questionnaire::title, (one, other) -> one, TreeMap::new));
    }
}
