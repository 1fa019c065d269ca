package org.mentoringroadmap.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCheckerTest {

    private final ModelChecker checker = new ModelChecker();

    @Test
    void findsNothingInTheGoodSample() {
        assertThat(texts(check(SampleModels.good()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleHasAFixture(ModelRule rule) {
        assertThatCode(() -> BrokenModel.of(rule).toList()).doesNotThrowAnyException();
    }

    static Stream<BrokenModel> breaches() {
        return BrokenModel.all();
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void reportsTheBreachAndNothingElseInRussian(BrokenModel breach) {
        List<ModelProblem> problems = check(breach.deployment());

        assertThat(problems).extracting(ModelProblem::rule).containsOnly(breach.rule());
        assertThat(problems)
                .as("%s", texts(problems))
                .anyMatch(problem -> breach.resource().equals(problem.resource())
                        && (breach.elementId() == null
                                ? problem.elementId() == null
                                : breach.elementId().equals(problem.elementId())));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.text()).startsWith(breach.resource()).endsWith(problem.advice());
            assertThat(problem.advice()).containsPattern("\\p{IsCyrillic}{3}").doesNotContainPattern("\\{\\d}|''");
        });
    }

    @Test
    void reportsAllProblemsOfAllFilesAtOnceAndSorted() {
        List<ModelFile> deployment = new ArrayList<>();
        deployment.add(ModelFile.of("z.bpmn", "no model"));
        deployment.add(ModelFile.of("a.form", "no form"));
        BrokenModel.of(ModelRule.HAND_IN)
                .skip(1)
                .findFirst()
                .ifPresent(breach -> deployment.addAll(breach.deployment()));

        List<ModelProblem> problems = check(deployment);

        assertThat(problems).isSorted();
        assertThat(problems)
                .extracting(ModelProblem::rule)
                .contains(ModelRule.UNREADABLE_FORM, ModelRule.UNREADABLE_MODEL, ModelRule.HAND_IN);
    }

    @Test
    void namesTheElementByItsLabel() {
        BrokenModel breach = BrokenModel.of(ModelRule.DEFAULT_FLOW).findFirst().orElseThrow();

        assertThat(texts(check(breach.deployment())))
                .containsExactly("sample-roadmap-1-conditions.bpmn, «Формы выбраны?» (Gateway_Wanted): не выбран путь"
                        + " по умолчанию. Выделите одну из исходящих стрелок и сделайте её «Default Flow».");
    }

    @Test
    void namesTheLineOfAFileThatIsNoModel() {
        ModelFile broken = ModelFile.of("broken.bpmn", "<a/>");

        assertThat(texts(check(List.of(broken)))).singleElement().asString().contains("строка 1: ");
    }

    @Test
    void acceptsAStageDeployedAloneWhenTheRestIsThereAlready() {
        ModelContext context = new KnownNames(
                Set.of("recordOutcome", "generateDraft"),
                Set.of("sample-form"),
                Set.of("activity", "document-approval"),
                Set.of("deputy", "curator"),
                Set.of("/tasks/activity"));
        ModelFile stage = ModelFile.of("folder/" + SampleModels.STAGE, SampleModels.text(SampleModels.STAGE));

        assertThat(texts(checker.check(List.of(stage), context))).isEmpty();
    }

    /** The one bean that may name a person: refused where it is missing, unlike in the application that has it. */
    @Test
    void refusesAnAssigneeByABeanThatIsNotThere() {
        String stage = SampleModels.text(SampleModels.STAGE)
                .replaceFirst(
                        "camunda:candidateGroups=\"deputy,curator\"",
                        "camunda:assignee=\"\\${mentorTasks.assignee(execution)}\"");
        assertThat(stage).contains("${mentorTasks.assignee(execution)}");

        assertThat(new ModelChecker()
                        .check(
                                List.of(
                                        ModelFile.of(SampleModels.STAGE, stage),
                                        ModelFile.of(SampleModels.FORM, SampleModels.text(SampleModels.FORM))),
                                SampleModels.CONTEXT))
                .extracting(ModelProblem::rule)
                .contains(ModelRule.UNKNOWN_BEAN);
    }

    @Test
    void refusesFilesOfOtherKinds() {
        assertThat(check(List.of(ModelFile.of("note.txt", "x"), ModelFile.of("picture.png", ""))))
                .extracting(ModelProblem::resource, ModelProblem::rule)
                .containsExactly(tuple("note.txt", ModelRule.FILE_KIND), tuple("picture.png", ModelRule.FILE_KIND));
    }

    @Test
    void neverThrowsOnARubbishFile() {
        for (String rubbish :
                List.of("", " ", "<a/>", "null", "[]", "\u0000", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")) {
            assertThatCode(() -> check(List.of(ModelFile.of("a.bpmn", rubbish), ModelFile.of("a.form", rubbish))))
                    .doesNotThrowAnyException();
        }
    }

    /** A file that whoever reads it as a tree would be busy with for hours. */
    @Test
    void refusesWhatIsLargerThanAnyModel() {
        String deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);
        String wide = "<a>" + "<b/>".repeat(50_000) + "</a>";
        String spread = "<a>" + " ".repeat(6_000_000) + "</a>";
        for (String file : List.of(deep, wide, spread)) {
            for (String name : List.of("a.bpmn", "a.dmn")) {
                assertThat(check(List.of(ModelFile.of(name, file))))
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.rule()).isEqualTo(ModelRule.UNREADABLE_MODEL);
                            assertThat(problem.text()).contains("20 000 элементов");
                        });
            }
        }
    }

    /** Attribute values of the sample are put in the place of others, as a slip in a text editor may do. */
    @Test
    void neverThrowsOnAMixedUpModel() {
        String model = SampleModels.text(SampleModels.STAGE);
        List<MatchResult> values =
                Pattern.compile("\"[^\"]*\"").matcher(model).results().toList();
        Random random = new Random(1);
        for (int i = 0; i < values.size(); i += 7) {
            MatchResult place = values.get(i);
            String value = values.get(random.nextInt(values.size())).group();
            String mixedUp = model.substring(0, place.start()) + value + model.substring(place.end());
            assertThatCode(() -> check(List.of(ModelFile.of(SampleModels.STAGE, mixedUp))))
                    .as("%s instead of %s", value, place.group())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${outcome}",
                "${!outcome}",
                "${outcome == 'done'}",
                "${outcome != \"done\"}",
                "${outcome == true}",
                "#{outcome}"
            })
    void acceptsAConditionOfOneFlag(String condition) {
        String text = SampleModels.text(SampleModels.STAGE).replace("${outcome == 'done'}", condition);

        assertThat(texts(checker.check(List.of(ModelFile.of(SampleModels.STAGE, text)), knowingTheForm())))
                .isEmpty();
    }

    private static ModelContext knowingTheForm() {
        KnownNames known = (KnownNames) SampleModels.CONTEXT;
        return new KnownNames(known.beans(), Set.of("sample-form"), known.processes(), known.roles(), known.pages());
    }

    private List<ModelProblem> check(List<ModelFile> deployment) {
        return checker.check(deployment, SampleModels.CONTEXT);
    }

    private static List<String> texts(List<ModelProblem> problems) {
        return problems.stream().map(ModelProblem::text).collect(Collectors.toList());
    }
}
