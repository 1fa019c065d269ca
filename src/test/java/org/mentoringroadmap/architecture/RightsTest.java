package org.mentoringroadmap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.mentoringroadmap.shared.Guarded;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who answers whoever asks is not answered to a person before that person's rights were looked at. */
class RightsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(MentoringRoadmapApplication.class);

    @Test
    void aHandlerThatAsksUnguardedThingsPassesAGuard() {
        List<JavaMethod> asking = HOUSE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .filter(handler -> !unguarded(handler).isEmpty())
                .toList();

        assertThat(asking).as("handlers that ask something unguarded").hasSizeGreaterThan(10);
        assertThat(asking.stream()
                        .filter(handler ->
                                reached(handler, unit -> !isUnguarded(unit)).noneMatch(RightsTest::isGuarded))
                        .map(handler -> handler.getFullName() + " asks " + unguarded(handler)))
                .isEmpty();
    }

    /** What a handler asks without a look at rights, itself or by what lies in its room of pages. */
    private static List<String> unguarded(JavaMethod handler) {
        return reached(handler, unit -> unit.getOwner().getPackageName().endsWith(".web"))
                .filter(RightsTest::isUnguarded)
                .map(JavaCodeUnit::getFullName)
                .toList();
    }

    /** What is called from here, going on only through such units. */
    private static Stream<JavaCodeUnit> reached(JavaMethod handler, Predicate<JavaCodeUnit> onward) {
        Set<JavaCodeUnit> seen = new LinkedHashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(handler));
        while (!open.isEmpty()) {
            open.pop().getAccessesFromSelf().stream()
                    .flatMap(access -> access.getTarget().resolveMember().stream())
                    .filter(JavaCodeUnit.class::isInstance)
                    .map(JavaCodeUnit.class::cast)
                    .filter(seen::add)
                    .filter(onward)
                    .forEach(open::add);
        }
        return seen.stream();
    }

    private static boolean isUnguarded(JavaCodeUnit unit) {
        return unit.isAnnotatedWith(Unguarded.class)
                || unit.getOwner().isAnnotatedWith(Unguarded.class) && !isGuarded(unit);
    }

    private static boolean isGuarded(JavaCodeUnit unit) {
        return unit.isAnnotatedWith(Guarded.class);
    }
}
