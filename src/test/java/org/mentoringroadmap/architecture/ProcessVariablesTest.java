package org.mentoringroadmap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.mentoringroadmap.shared.ProcessVariable;

/** A process variable has one declaration, so that its name, its type and its meaning cannot part. */
class ProcessVariablesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(MentoringRoadmapApplication.class);

    @Test
    void eachIsDeclaredOnce() throws ReflectiveOperationException {
        Map<String, List<String>> places = new TreeMap<>();
        for (JavaField constant : HOUSE.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(ProcessVariable.class))
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .toList()) {
            Field field = constant.reflect();
            field.setAccessible(true);
            places.computeIfAbsent(((ProcessVariable<?>) field.get(null)).name(), name -> new ArrayList<>())
                    .add(constant.getFullName());
        }

        assertThat(places).hasSizeGreaterThan(30);
        assertThat(places.values().stream().filter(declared -> declared.size() > 1))
                .isEmpty();
    }
}
