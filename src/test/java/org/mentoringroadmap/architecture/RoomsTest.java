package org.mentoringroadmap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** Rooms that one can survey, and one word for each thing. */
@AnalyzeClasses(packagesOf = MentoringRoadmapApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String HOUSE = MentoringRoadmapApplication.class.getPackageName();
    private static final int MAX_CLASSES = 35;

    @ArchTest
    static final ArchRule no_two_packages_know_each_other =
            slices().matching(HOUSE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule names_say_what_they_are_about = noClasses()
            .that()
            .areTopLevelClasses()
            .should()
            .haveNameMatching(".*\\.(Texts|Codes|Access|Locks|Repositories|Names|Fields|Uploads|Refusals)")
            .because("a stack trace and a search must find one class");

    @ArchTest
    static final ArchRule upper_limits_are_called_max = noFields()
            .should()
            .haveNameMatching("(MOST|LONGEST|LARGEST|OLDEST)(_.*)?")
            .because("the word for an upper limit is MAX");

    @ArchTest
    static final ArchRule pages_are_controllers =
            classes().that().areAnnotatedWith(Controller.class).should().haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule json_is_an_api =
            classes().that().areAnnotatedWith(RestController.class).should().haveSimpleNameEndingWith("Api");

    @ArchTest
    static void everySimpleNameIsGivenOnce(JavaClasses house) {
        Map<String, Long> bearers =
                named(house).collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));

        assertThat(bearers)
                .allSatisfy((name, count) -> assertThat(count).as(name).isOne());
    }

    @ArchTest
    static void everyRoomCanBeSurveyed(JavaClasses house) {
        Map<String, Long> sizes =
                named(house).collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes).allSatisfy((room, size) -> assertThat(size).as(room).isLessThanOrEqualTo(MAX_CLASSES));
    }

    @ArchTest
    static void everyRoomSaysWhatItIsFor(JavaClasses house) {
        assertThat(named(house).map(JavaClass::getPackageName).distinct().filter(room -> !room.equals(HOUSE)))
                .allSatisfy(room -> assertThat(Path.of("src/main/java", room.replace('.', '/'), "package-info.java"))
                        .exists());
    }

    @ArchTest
    static void theRootOfAFeatureKnowsNoneOfItsRooms(JavaClasses house) {
        for (JavaPackage feature : house.getPackage(HOUSE).getSubpackages()) {
            noClasses()
                    .that()
                    .resideInAPackage(feature.getName())
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(feature.getName() + ".*..")
                    .because("the root holds the feature's words; its rooms work with them")
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    private static Stream<JavaClass> named(JavaClasses house) {
        return house.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }
}
