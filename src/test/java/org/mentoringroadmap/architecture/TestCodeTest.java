package org.mentoringroadmap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.mentoringroadmap.MentoringRoadmapApplication;

/** What tests owe each other: a red one must be red again tomorrow. */
@AnalyzeClasses(packagesOf = MentoringRoadmapApplication.class, importOptions = ImportOption.OnlyIncludeTests.class)
class TestCodeTest {
    @ArchTest
    static final ArchRule the_day_is_that_of_the_test_clock = noClasses()
            .that()
            .resideOutsideOfPackages("..resilience..", "..benchmark..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .because("what is killed or measured is a process with a clock of its own, all else asks TestClock");

    @ArchTest
    static final ArchRule one_class_moves_the_clock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.mentoringroadmap.support.TestClock")
            .and()
            .doNotHaveFullyQualifiedName("org.mentoringroadmap.support.TestClock$Pin")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.camunda.bpm.engine.impl.util.ClockUtil")
            .because("TestClock puts it back after each test");
}
