package org.mentoringroadmap.platform.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/**
 * What the figures and texts of steps are called that a school has added to its forms: the bundle {@code messages/figure}
 * knows those of the product alone. Wherever a text is asked for under {@code figure.} and no bundle has it, the label of
 * the field in the newest form that has one is the text, and the name of the field where no form says more.
 */
@Component
class FieldLabels {
    private static final String PREFIX = "figure.";
    private static final String ENDING = ".form";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_DEPLOYMENTS = 500;

    private final RepositoryService repository;
    private final SystemAuthority system;

    /** Labels by name of the field, of all forms that a deployment has brought; they never change. */
    private final Cache<String, Map<String, String>> brought =
            Caffeine.newBuilder().maximumSize(MAX_DEPLOYMENTS).build();

    FieldLabels(RepositoryService repository, SystemAuthority system, MessageSource messages) {
        this.repository = repository;
        this.system = system;
        if (messages instanceof HierarchicalMessageSource bundles) {
            bundles.setParentMessageSource(new Labels());
        }
    }

    /** The label of a field as the newest form that has it says it; its name where none does. */
    String label(String name) {
        return system.get(() -> repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .map(Deployment::getId)
                .map(id -> brought.get(id, this::labels).get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(name));
    }

    private Map<String, String> labels(String deployment) {
        Map<String, String> labels = new HashMap<>();
        repository.getDeploymentResourceNames(deployment).stream()
                .filter(file -> file.endsWith(ENDING))
                .forEach(file -> collect(form(deployment, file), labels));
        return Map.copyOf(labels);
    }

    private JsonNode form(String deployment, String file) {
        try (InputStream content = repository.getResourceAsStream(deployment, file)) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A label that is worked out says nothing without its task. */
    private static void collect(JsonNode parent, Map<String, String> labels) {
        for (JsonNode component : parent.path("components")) {
            Stream.of("label", "dateLabel", "timeLabel")
                    .map(label -> component.path(label).asText().strip())
                    .filter(label -> !label.isEmpty() && !label.startsWith("="))
                    .findFirst()
                    .ifPresent(label -> labels.put(component.path("key").asText(), label));
            collect(component, labels);
        }
    }

    /** Is asked for what no bundle has. */
    private final class Labels extends AbstractMessageSource {
        @Override
        protected String resolveCodeWithoutArguments(String code, Locale locale) {
            return code.startsWith(PREFIX) ? label(code.substring(PREFIX.length())) : null;
        }

        @Override
        protected MessageFormat resolveCode(String code, Locale locale) {
            String label = resolveCodeWithoutArguments(code, locale);
            return label == null
                    ? null
                    : new MessageFormat(label.replace("'", "''").replace("{", "'{'"), locale);
        }
    }
}
