package org.mentoringroadmap.roadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class DeployedRoadmapsTest {
    private static final String STAGE = "target-model-7-completion.bpmn";
    private static final String PROPERTY = "<camunda:property name=\"roadmapResult\" value=\"";

    @Autowired
    Roadmaps roadmaps;

    @Autowired
    RepositoryService repository;

    @Test
    void theShippedRoadmapIsRead() {
        assertThat(roadmaps.newestRoadmap("target-model").stages())
                .extracting(Stage::number)
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(roadmaps.newestRoadmap("target-model")).isSameAs(roadmaps.newestRoadmap("target-model"));
    }

    @Test
    void aDeployedStageShowsAtOnce() throws IOException {
        roadmaps.newestRoadmap("target-model");
        String model = shipped().replace(PROPERTY, PROPERTY + "Новое: ");

        Deployment deployment = repository
                .createDeployment()
                .addString(STAGE, model)
                .source("modeler")
                .deploy();
        try {
            assertThat(resultOfLastActivity()).startsWith("Новое: ");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
        assertThat(resultOfLastActivity()).doesNotStartWith("Новое: ");
    }

    @Test
    void anUnknownRoadmapIsNotFound() {
        assertThatThrownBy(() -> roadmaps.newestRoadmap("no-such-roadmap")).isInstanceOf(NotFoundException.class);
    }

    private String resultOfLastActivity() {
        return roadmaps.newestRoadmap("target-model")
                .stages()
                .get(6)
                .activities()
                .get(0)
                .result();
    }

    private String shipped() throws IOException {
        try (InputStream model = getClass().getResourceAsStream("/processes/target-model/" + STAGE)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
