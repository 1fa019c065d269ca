package org.mentoringroadmap.platform.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.mentoringroadmap.platform.MentoringProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings the shipped models and forms into the engine at start. Sends only what changed, under bare file names as
 * Modeler does, and never overwrites a file whose newest version somebody deployed from elsewhere: what an
 * administrator changed for the school stays, and is listed as {@link #heldBack()}.
 */
@Component
public class ShippedModels {
    static final String SOURCE = "application";
    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);

    private final RepositoryService repository;
    private final ResourcePatternResolver resolver;
    private final MentoringProperties properties;

    ShippedModels(RepositoryService repository, ResourcePatternResolver resolver, MentoringProperties properties) {
        this.repository = repository;
        this.resolver = resolver;
        this.properties = properties;
    }

    @EventListener
    @Order(10)
    void deploy(ApplicationStartedEvent started) {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        List<String> heldBack = new ArrayList<>();
        Map<String, Deployment> newest = newestByResource();
        shipped().forEach((name, content) -> {
            Optional<Deployment> current = Optional.ofNullable(newest.get(name));
            if (current.filter(deployment -> !SOURCE.equals(deployment.getSource()))
                    .isPresent()) {
                heldBack.add(name);
            } else if (current.filter(deployment -> Arrays.equals(content, content(deployment, name)))
                    .isEmpty()) {
                changed.put(name, content);
            }
        });
        if (!heldBack.isEmpty()) {
            LOG.info("Kept as an administrator deployed them: {}", heldBack);
        }
        if (!changed.isEmpty()) {
            DeploymentBuilder deployment = repository
                    .createDeployment()
                    .name("mentoring-roadmap")
                    .source(SOURCE)
                    .enableDuplicateFiltering(true);
            changed.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
            deployment.deploy();
            LOG.info("Deployed {}", changed.keySet());
        }
    }

    /** Shipped files that differ from what somebody deployed from elsewhere, and therefore wait for an administrator. */
    public List<String> heldBack() {
        Map<String, Deployment> newest = newestByResource();
        return shipped().entrySet().stream()
                .filter(file -> newest.containsKey(file.getKey()))
                .filter(file -> !SOURCE.equals(newest.get(file.getKey()).getSource()))
                .filter(file -> !Arrays.equals(file.getValue(), content(newest.get(file.getKey()), file.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The shipped models and forms: content by bare file name. */
    Map<String, byte[]> shipped() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            for (String pattern : properties.deployment().resources()) {
                Resource[] found = resolver.getResources(pattern);
                Arrays.sort(found, Comparator.comparing(Resource::getFilename));
                for (Resource file : found) {
                    if (files.put(file.getFilename(), file.getContentAsByteArray()) != null) {
                        throw new IllegalStateException("Two shipped files have the name " + file.getFilename());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Shipped models cannot be read", e);
        }
        return files;
    }

    /** Which deployment brought the newest version of each file. */
    Map<String, Deployment> newestByResource() {
        Map<String, Deployment> newest = new LinkedHashMap<>();
        inOrder()
                .forEach(deployment -> repository
                        .getDeploymentResourceNames(deployment.getId())
                        .forEach(name -> newest.put(name, deployment)));
        return newest;
    }

    /** All deployments, the newest last; of two at one moment that of the school, which is never overwritten. */
    List<Deployment> inOrder() {
        return repository.createDeploymentQuery().list().stream()
                .sorted(Comparator.comparing(Deployment::getDeploymentTime)
                        .thenComparing(deployment -> !SOURCE.equals(deployment.getSource())))
                .toList();
    }

    /** A file of a deployment. */
    byte[] content(Deployment deployment, String name) {
        try (InputStream content = repository.getResourceAsStream(deployment.getId(), name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed file cannot be read: " + name, e);
        }
    }
}
