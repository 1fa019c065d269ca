package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.support.Covers;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** A model without a test that passes all of it cannot be shipped. */
class EveryModelIsCoveredTest {
    @Test
    void byExactlyOneTest() throws Exception {
        List<String> shipped = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:/processes/**/*.bpmn"))
                .map(file -> file.getFilename().replace(".bpmn", ""))
                .toList();
        ClassPathScanningCandidateComponentProvider tests = new ClassPathScanningCandidateComponentProvider(false);
        tests.addIncludeFilter(new AnnotationTypeFilter(Covers.class));
        List<String> covered = tests.findCandidateComponents("org.mentoringroadmap").stream()
                .flatMap(test -> Arrays.stream(covers(test.getBeanClassName())))
                .toList();

        assertThat(shipped).isNotEmpty();
        assertThat(covered).containsExactlyInAnyOrderElementsOf(shipped);
    }

    private static String[] covers(String test) {
        try {
            return Class.forName(test).getAnnotation(Covers.class).value();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
