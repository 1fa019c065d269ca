package org.mentoringroadmap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.RestController;

/** The walls of the house: where the engine may be imported, and who may know whom. */
@AnalyzeClasses(packagesOf = MentoringRoadmapApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ENGINE = "org.camunda..";

    /** Every delegate and every listener, under whichever of the engine's interfaces it is called. */
    private static final DescribedPredicate<JavaClass> THE_ENGINE_CALLS = implement(JavaDelegate.class)
            .or(implement(TaskListener.class))
            .or(implement(ExecutionListener.class))
            .as("delegates and listeners");

    @ArchTest
    static final ArchRule the_engine_stays_at_the_edge = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..process..",
                    "..platform.engine..",
                    "..platform.authority..",
                    "..platform.deploy..",
                    "..platform.security..",
                    "..roadmap..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ENGINE)
            .because("a move to a maintained fork of the engine is then a rename");

    /** Otherwise the rules about the engine would hold of an engine that nobody uses any more. */
    @ArchTest
    static void the_engine_is_the_one_that_these_rules_speak_of(JavaClasses house) {
        for (String edge : List.of(
                "..process..",
                "..platform.engine..",
                "..platform.authority..",
                "..platform.deploy..",
                "..platform.security..")) {
            assertThat(house.that(resideInAPackage(edge)).stream()
                            .flatMap(inside -> inside.getDirectDependenciesFromSelf().stream())
                            .anyMatch(dependency -> resideInAPackage(ENGINE).test(dependency.getTargetClass())))
                    .as("%s uses %s", edge, ENGINE)
                    .isTrue();
        }
    }

    /** Every package named process is there because of the engine. */
    @ArchTest
    static void what_speaks_with_the_engine_does(JavaClasses house) {
        Map<String, List<JavaClass>> packages = house.that(resideInAPackage("..process")).stream()
                .collect(Collectors.groupingBy(JavaClass::getPackageName));
        assertThat(packages).isNotEmpty();
        packages.forEach((name, inside) -> assertThat(inside.stream()
                        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                        .anyMatch(dependency -> resideInAPackage(ENGINE).test(dependency.getTargetClass())))
                .as("%s uses %s", name, ENGINE)
                .isTrue());
    }

    /** The names that a model uses for the engine stand in one class. */
    @ArchTest
    static final ArchRule models_are_read_by_their_names =
            noClasses().should().dependOnClassesThat().resideInAPackage("..bpmn.instance.camunda..");

    @ArchTest
    static final ArchRule roadmaps_are_read_with_the_model_api_only = noClasses()
            .that()
            .resideInAnyPackage("org.mentoringroadmap.roadmap", "org.mentoringroadmap.roadmap.check")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine..");

    @ArchTest
    static final ArchRule nobody_knows_the_platform = noClasses()
            .that()
            .resideOutsideOfPackage("..platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..platform..");

    @ArchTest
    static final ArchRule shared_knows_nobody = classes()
            .that()
            .resideInAPackage("..shared..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "jakarta.servlet.http", "org.springframework..", "org.mentoringroadmap.shared..");

    @ArchTest
    static final ArchRule the_matching_core_knows_the_jdk_only = classes()
            .that()
            .resideInAPackage("..matching.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..matching.core..")
            .because("what proves an optimum must be readable and movable by itself");

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("org.mentoringroadmap.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule delegates_and_controllers_are_not_for_others = classes()
            .that()
            .resideInAnyPackage("..process..", "..web..")
            .and()
            .resideOutsideOfPackage("..platform..")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveFullyQualifiedName("org.mentoringroadmap.activity.process.ActivityProperties")
            .and()
            .doNotHaveFullyQualifiedName("org.mentoringroadmap.mentorship.process.MentorTasks")
            .and()
            .doNotHaveFullyQualifiedName("org.mentoringroadmap.activity.process.RoleMembers")
            .should()
            .bePackagePrivate()
            .because("only what expressions in models call by method has to be public");

    @ArchTest
    static final ArchRule delegates_open_no_transaction =
            noClasses().that(THE_ENGINE_CALLS).should().beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule no_method_of_a_delegate_opens_a_transaction = noMethods()
            .that()
            .areDeclaredInClassesThat(THE_ENGINE_CALLS)
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("the engine's command is the transaction");

    @ArchTest
    static final ArchRule controllers_live_in_web = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .resideInAnyPackage("..web..", "..platform.engine..", "..platform.authority..", "..platform.deploy..");

    /**
     * What follows from an act is asked of {@link org.mentoringroadmap.shared.FollowUps}. The store of sessions is given
     * its way of joining the running transaction here, since the library would open another one.
     */
    @ArchTest
    static final ArchRule nobody_steers_transactions_by_hand = noClasses()
            .that()
            .doNotHaveSimpleName("StoredSessions")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    PlatformTransactionManager.class,
                    TransactionOperations.class,
                    TransactionTemplate.class,
                    DefaultTransactionDefinition.class,
                    TransactionSynchronization.class,
                    TransactionalEventListener.class,
                    Async.class)
            .orShould()
            .callMethodWhere(target(owner(type(TransactionSynchronizationManager.class)))
                    .and(not(target(name("isActualTransactionActive")))))
            .orShould()
            .callMethod(ProcessEngineConfigurationImpl.class, "getCommandExecutorTxRequiresNew")
            .because(
                    "work after a commit is lost with the process, and a second connection is not there when all are taken");

    @ArchTest
    static final ArchRule transactions_join_the_one_that_runs = noMethods()
            .should(new ArchCondition<JavaMethod>("leave the running transaction") {
                @Override
                public void check(JavaMethod member, ConditionEvents events) {
                    leaving(member)
                            .ifPresent(how -> events.add(SimpleConditionEvent.satisfied(
                                    member, member.getFullName() + " has the propagation " + how)));
                }
            });

    @ArchTest
    static final ArchRule classes_join_the_transaction_that_runs = noClasses()
            .should(new ArchCondition<JavaClass>("leave the running transaction") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    leaving(type)
                            .ifPresent(how -> events.add(SimpleConditionEvent.satisfied(
                                    type, type.getName() + " has the propagation " + how)));
                }
            });

    private static Optional<Propagation> leaving(HasAnnotations<?> annotated) {
        return annotated
                .tryGetAnnotationOfType(Transactional.class)
                .map(Transactional::propagation)
                .filter(EnumSet.of(Propagation.REQUIRES_NEW, Propagation.NOT_SUPPORTED, Propagation.NESTED)::contains);
    }

    @ArchTest
    static final ArchRule settings_are_validated_records = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beRecords()
            .andShould()
            .beAnnotatedWith(Validated.class);

    @ArchTest
    static final ArchRule settings_are_not_scattered =
            noFields().should().beAnnotatedWith(Value.class).because("settings are validated @ConfigurationProperties");

    @ArchTest
    static final ArchRule the_time_is_that_of_the_engine = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .because("a test moves the clock that everybody asks");
}
