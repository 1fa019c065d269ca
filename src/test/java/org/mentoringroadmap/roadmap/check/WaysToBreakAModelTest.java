package org.mentoringroadmap.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringroadmap.roadmap.check.ModelRule.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.roadmap.block.AskedTable;

/**
 * What somebody who is no programmer does to the shipped roadmap in Modeler, one file at a time, with everything else in
 * force: each mistake is refused in one line at the element where it is, and what is not refused harms nothing.
 */
class WaysToBreakAModelTest {
    private static final Path ROADMAP = Path.of("processes/target-model");
    private static final String MASTER = "target-model.bpmn";
    private static final String CONDITIONS = "target-model-1-conditions.bpmn";
    private static final String PAIRS = "target-model-5-pairs.bpmn";
    private static final String WORK = "target-model-6-work.bpmn";
    private static final String COMPLETION = "target-model-7-completion.bpmn";
    private static final Map<String, BpmnModelInstance> IN_FORCE = inForce();

    /** What somebody does, to which file, and where it is refused; {@code rule} is null for what harms nothing. */
    record Way(String what, String file, UnaryOperator<EditedModel> edit, ModelRule rule, String element) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Way> ways() {
        return Stream.of(drawing(), rows(), hidden(), stages(), harmless()).flatMap(List::stream);
    }

    private static List<Way> drawing() {
        return List.of(
                new Way(
                        "arrow deleted",
                        CONDITIONS,
                        m -> m.cut("Flow_RequestsSurveyed"),
                        DEAD_END,
                        "Activity_SurveyRequests"),
                new Way(
                        "arrow out of a fork deleted",
                        CONDITIONS,
                        m -> m.cut("Flow_ToClassHours"),
                        UNREACHABLE,
                        "Activity_ClassHours"),
                new Way(
                        "arrow into a join deleted",
                        CONDITIONS,
                        m -> m.cut("Flow_ClassHoursFinished"),
                        DEAD_END,
                        "Activity_ClassHours"),
                new Way(
                        "default arrow deleted",
                        MASTER,
                        m -> m.cut("Flow_NoTermsPassed"),
                        DEFAULT_FLOW,
                        "Gateway_TermsPassed"),
                new Way(
                        "end deleted",
                        CONDITIONS,
                        m -> m.delete("End_ChooseForms"),
                        DEAD_END,
                        "Activity_ProgrammeBank"),
                new Way(
                        "start deleted",
                        CONDITIONS,
                        m -> m.delete("Start_ChooseForms"),
                        START_EVENT,
                        "SubProcess_ChooseForms"),
                new Way(
                        "fork made exclusive",
                        CONDITIONS,
                        m -> m.turn("Gateway_InformAudiencesFork", "exclusiveGateway"),
                        DEFAULT_FLOW,
                        "Gateway_InformAudiencesFork"),
                new Way(
                        "fork joined by an exclusive gateway",
                        CONDITIONS,
                        m -> m.turn("Gateway_InformAudiencesJoin", "exclusiveGateway"),
                        FORK_JOIN,
                        "Gateway_InformAudiencesJoin"),
                new Way(
                        "exclusive ways joined by a parallel gateway",
                        PAIRS,
                        m -> m.turn("Gateway_PairsDealtWith", "parallelGateway"),
                        FORK_JOIN,
                        "Gateway_PairsDealtWith"),
                new Way(
                        "two arrows out of an activity",
                        CONDITIONS,
                        m -> m.arrow("Activity_SurveyRequests", "Activity_ChooseForms"),
                        SEVERAL_WAYS,
                        "Activity_SurveyRequests"),
                new Way(
                        "two arrows out of a start",
                        CONDITIONS,
                        m -> m.arrow("Start_ChooseForms", "Activity_ProgrammeBank"),
                        SEVERAL_WAYS,
                        "Start_ChooseForms"),
                new Way(
                        "one more arrow back to an earlier activity",
                        CONDITIONS,
                        m -> m.arrow("Activity_ProgrammeBank", "Activity_SurveyRequests"),
                        SEVERAL_WAYS,
                        "Activity_ProgrammeBank"),
                new Way(
                        "arrow back instead of the end",
                        CONDITIONS,
                        m -> m.delete("End_ChooseForms").arrow("Activity_ProgrammeBank", "Activity_SurveyRequests"),
                        LOOP,
                        "Activity_ProgrammeBank"),
                new Way(
                        "arrow back out of a fork",
                        CONDITIONS,
                        m -> m.arrow("Gateway_ConditionsJoin", "Gateway_ConditionsFork"),
                        LOOP,
                        "Gateway_ConditionsJoin"),
                new Way(
                        "loop that a gateway asks about and nothing leads out of",
                        PAIRS,
                        m -> m.cut("Flow_MentorshipsStarted")
                                .cut("Flow_PairsDealtWith")
                                .arrow("Service_StartMentorships", "Gateway_PairsExist")
                                .arrow("Gateway_PairsDealtWith", "Gateway_PairsExist"),
                        LOOP,
                        "Gateway_PairsExist"),
                new Way(
                        "gateway on a variable that nobody sets",
                        PAIRS,
                        m -> m.replace("${outcome == 'not-held'}", "${pairsAgreed == 'true'}"),
                        UNKNOWN_VARIABLE,
                        "Flow_NoPairs"),
                new Way(
                        "gateway on what the block does not hand back any more",
                        PAIRS,
                        m -> m.replace("<camunda:out source=\"outcome\" target=\"outcome\"/>", ""),
                        UNKNOWN_VARIABLE,
                        "Flow_NoPairs"),
                new Way(
                        "meetings that wait for no pairs",
                        WORK,
                        m -> m.property("Event_PairsFixed", "roadmapNeeds", "4.2.4"),
                        ROADMAP_PART,
                        "Activity_OrganisationalMeeting"),
                new Way(
                        "timer on a variable that nobody sets",
                        WORK,
                        m -> m.replace("${closing}", "${workEnd}"),
                        UNKNOWN_VARIABLE,
                        "Boundary_WorkTermPassed"),
                new Way(
                        "timer without a date",
                        WORK,
                        m -> m.text("Boundary_WorkTermPassed", "timeDate", ""),
                        TIMER,
                        "Boundary_WorkTermPassed"),
                new Way(
                        "plain task",
                        CONDITIONS,
                        m -> m.turn("Service_PrepareProgrammeCards", "task")
                                .attribute("Service_PrepareProgrammeCards", "camunda:delegateExpression", null),
                        ELEMENT_TYPE,
                        "Service_PrepareProgrammeCards"),
                new Way(
                        "element that nothing leads to",
                        CONDITIONS,
                        m -> m.draw("exclusiveGateway", "Gateway_0a1b2c3", null, "Gateway_InformAudiencesFork"),
                        UNREACHABLE,
                        "Gateway_0a1b2c3"),
                new Way(
                        "Latin name",
                        CONDITIONS,
                        m -> m.attribute("Activity_PublishOnSite", "name", "Publish"),
                        LABEL_NOT_RUSSIAN,
                        "Activity_PublishOnSite"),
                new Way(
                        "pool drawn around",
                        MASTER,
                        m -> m.before(
                                        "<bpmn:process ",
                                        "<bpmn:collaboration id=\"Collaboration_1\"><bpmn:participant id=\"Participant_1\""
                                                + " name=\"Школа\" processRef=\"target-model\"/></bpmn:collaboration>")
                                .replace("bpmnElement=\"target-model\"", "bpmnElement=\"Collaboration_1\""),
                        POOL,
                        "Participant_1"),
                new Way(
                        "row that the engine repeats, nobody says how often",
                        CONDITIONS,
                        m -> m.mark("Activity_PublishOnSite", "multiInstanceLoopCharacteristics")
                                .replace("<bpmn:loopCardinality>3</bpmn:loopCardinality>", ""),
                        REPEATED,
                        "Activity_PublishOnSite"),
                new Way(
                        "row with the other marker of repetition",
                        CONDITIONS,
                        m -> m.mark("Activity_PublishOnSite", "standardLoopCharacteristics"),
                        REPEATED,
                        "Activity_PublishOnSite"),
                new Way(
                        "block of rows that the engine repeats",
                        CONDITIONS,
                        m -> m.mark("SubProcess_InformAudiences", "multiInstanceLoopCharacteristics"),
                        REPEATED,
                        "SubProcess_InformAudiences"),
                new Way(
                        "stage that the engine repeats",
                        MASTER,
                        m -> m.mark("Activity_Mentors", "multiInstanceLoopCharacteristics"),
                        REPEATED,
                        "Activity_Mentors"),
                new Way(
                        "end that stops everything",
                        CONDITIONS,
                        m -> m.mark("End_InformAudiences", "terminateEventDefinition"),
                        STOPS_EVERYTHING,
                        "End_InformAudiences"),
                new Way(
                        "condition on an arrow out of an activity",
                        CONDITIONS,
                        m -> m.condition("Flow_RequestsSurveyed", "${false}"),
                        CONDITION_UNASKED,
                        "Flow_RequestsSurveyed"),
                new Way(
                        "task of a kind that does nothing",
                        CONDITIONS,
                        m -> m.turn("Service_PrepareProgrammeCards", "sendTask")
                                .attribute("Service_PrepareProgrammeCards", "camunda:delegateExpression", null),
                        ELEMENT_TYPE,
                        "Service_PrepareProgrammeCards"),
                new Way(
                        "sub-process without an order",
                        CONDITIONS,
                        m -> m.turn("SubProcess_InformAudiences", "adHocSubProcess"),
                        ELEMENT_TYPE,
                        "SubProcess_InformAudiences"),
                new Way(
                        "sub-process as a transaction",
                        CONDITIONS,
                        m -> m.turn("SubProcess_InformAudiences", "transaction"),
                        ELEMENT_TYPE,
                        "SubProcess_InformAudiences"),
                new Way(
                        "gateway that no engine runs",
                        CONDITIONS,
                        m -> m.turn("Gateway_InformAudiencesFork", "complexGateway"),
                        ELEMENT_TYPE,
                        "Gateway_InformAudiencesFork"),
                new Way(
                        "task of a person without a template",
                        CONDITIONS,
                        m -> m.turn("Service_PrepareProgrammeCards", "userTask")
                                .attribute("Service_PrepareProgrammeCards", "camunda:asyncBefore", null)
                                .attribute("Service_PrepareProgrammeCards", "camunda:delegateExpression", null),
                        ELEMENT_TYPE,
                        "Service_PrepareProgrammeCards"),
                new Way(
                        "task that is done by hand",
                        CONDITIONS,
                        m -> m.turn("Service_PrepareProgrammeCards", "manualTask")
                                .attribute("Service_PrepareProgrammeCards", "camunda:delegateExpression", null),
                        ELEMENT_TYPE,
                        "Service_PrepareProgrammeCards"),
                new Way(
                        "task by a rule of business",
                        CONDITIONS,
                        m -> m.turn("Service_PrepareProgrammeCards", "businessRuleTask")
                                .attribute("Service_PrepareProgrammeCards", "camunda:delegateExpression", null),
                        ELEMENT_TYPE,
                        "Service_PrepareProgrammeCards"),
                new Way(
                        "lanes drawn in",
                        MASTER,
                        m -> m.before(
                                "<bpmn:startEvent ",
                                "<bpmn:laneSet id=\"LaneSet_1\"><bpmn:lane id=\"Lane_1\" name=\"Завуч\"/></bpmn:laneSet>"),
                        POOL,
                        "Lane_1"));
    }

    private static List<Way> rows() {
        String row = "Activity_PublishOnSite";
        return List.of(
                new Way("empty number", CONDITIONS, m -> m.property(row, "roadmapItem", null), ROADMAP_PROPERTY, row),
                new Way(
                        "start without an end",
                        CONDITIONS,
                        m -> m.property(row, "roadmapDue", null),
                        ROADMAP_TERM_ORDER,
                        row),
                new Way(
                        "template with every field empty",
                        CONDITIONS,
                        m ->
                                List.of(
                                                "roadmapItem",
                                                "roadmapDue",
                                                "roadmapStart",
                                                "roadmapResult",
                                                "roadmapResponsible")
                                        .stream()
                                        .reduce(
                                                m,
                                                (edited, field) -> edited.property(row, field, null),
                                                (one, other) -> other),
                        ROADMAP_PROPERTY,
                        row),
                new Way(
                        "calendar year in a term",
                        CONDITIONS,
                        m -> m.property(row, "roadmapDue", "2026-10-15"),
                        ROADMAP_TERM,
                        row),
                new Way(
                        "29 February",
                        CONDITIONS,
                        m -> m.property(row, "roadmapDue", "${secondYear}-02-29"),
                        ROADMAP_TERM,
                        row),
                new Way(
                        "31 April",
                        CONDITIONS,
                        m -> m.property(row, "roadmapDue", "${secondYear}-04-31"),
                        ROADMAP_TERM,
                        row),
                new Way(
                        "due before start",
                        CONDITIONS,
                        m -> m.property(row, "roadmapDue", "${firstYear}-01-01"),
                        ROADMAP_TERM_ORDER,
                        row),
                new Way(
                        "role «завуч»",
                        CONDITIONS,
                        m -> m.property(row, "roadmapResponsible", "завуч"),
                        UNKNOWN_ROLE,
                        row),
                new Way(
                        "administrator of the system as responsible",
                        CONDITIONS,
                        m -> m.property(row, "roadmapResponsible", "deputy, administrator"),
                        UNKNOWN_ROLE,
                        row),
                new Way(
                        "administrator of the models as responsible",
                        CONDITIONS,
                        m -> m.property(row, "roadmapResponsible", "model-administrator"),
                        UNKNOWN_ROLE,
                        row),
                new Way(
                        "one role of two misspelt",
                        CONDITIONS,
                        m -> m.property(row, "roadmapResponsible", "deputy, teachers"),
                        UNKNOWN_ROLE,
                        row),
                new Way(
                        "copied and pasted",
                        CONDITIONS,
                        m -> m.paste(row, "Activity_1axqyqj")
                                .arrow("Gateway_InformAudiencesFork", "Activity_1axqyqj")
                                .arrow("Activity_1axqyqj", "Gateway_InformAudiencesJoin"),
                        ROADMAP_ITEM_TAKEN,
                        "Activity_1axqyqj"),
                new Way(
                        "number of a row of another stage",
                        COMPLETION,
                        m -> m.property("Activity_Contest", "roadmapItem", "000-1.2.5"),
                        ROADMAP_ITEM_TAKEN,
                        "Activity_Contest"),
                new Way(
                        "number that another stage waits for changed",
                        CONDITIONS,
                        m -> m.property("Activity_ProgrammeBank", "roadmapItem", "1.4.9"),
                        ROADMAP_NEEDS,
                        "Activity_ProgrammeBank"),
                new Way(
                        "row that another stage waits for deleted",
                        CONDITIONS,
                        m -> m.delete("Activity_ProgrammeBank"),
                        ROADMAP_NEEDS,
                        "target-model-1-conditions"),
                new Way(
                        "expression in a field of the panel",
                        CONDITIONS,
                        m -> m.property(row, "roadmapResult", "${execution.id}"),
                        EXPRESSION,
                        row),
                new Way(
                        "kind of document that no block knows",
                        CONDITIONS,
                        m -> m.handIn("Activity_OrderImplementation", "documentType", "order-of-our-own"),
                        HAND_IN,
                        "Activity_OrderImplementation"),
                new Way(
                        "kind of document left out",
                        CONDITIONS,
                        m -> m.handIn("Activity_OrderImplementation", "documentType", ""),
                        HAND_IN,
                        "Activity_OrderImplementation"),
                new Way(
                        "row that calls a stage",
                        CONDITIONS,
                        m -> m.attribute(row, "calledElement", "target-model-3-mentors"),
                        ROADMAP_STAGE,
                        row),
                new Way(
                        "row that calls what begins by a message",
                        CONDITIONS,
                        m -> m.attribute(row, "calledElement", "mentorship"),
                        CALLED_PROCESS,
                        row),
                new Way(
                        "row that calls its own stage",
                        CONDITIONS,
                        m -> m.attribute(row, "calledElement", "target-model-1-conditions"),
                        CALL_CIRCLE,
                        row),
                new Way(
                        "row that calls the roadmap",
                        CONDITIONS,
                        m -> m.attribute(row, "calledElement", "target-model"),
                        CALL_CIRCLE,
                        row));
    }

    private static List<Way> hidden() {
        return List.of(
                new Way(
                        "«Дать начало работе пар» deleted",
                        PAIRS,
                        m -> m.delete("Service_StartMentorships"),
                        ROADMAP_PART,
                        "target-model-5-pairs"),
                new Way(
                        "«Закрыть пары и поиски вместе с годом» deleted",
                        COMPLETION,
                        m -> m.delete("Service_CloseMentorships"),
                        ROADMAP_PART,
                        "target-model-7-completion"),
                new Way(
                        "«Записать, что осталось открытым» deleted",
                        WORK,
                        m -> m.delete("Service_RecordOpenMentorships"),
                        ROADMAP_PART,
                        "Boundary_WorkTermPassed"),
                new Way(
                        "«Контроль сроков» deleted",
                        MASTER,
                        m -> m.delete("SubProcess_DeadlineControl"),
                        ROADMAP_PART,
                        "target-model"),
                new Way(
                        "reminders interrupt the year",
                        MASTER,
                        m -> m.attribute("Start_DeadlineControl", "isInterrupting", null),
                        ROADMAP_PART,
                        "Start_DeadlineControl"),
                new Way(
                        "listeners of the start deleted",
                        MASTER,
                        m -> m.unlisten("startProgramme").unlisten("lookUpPassedTerms"),
                        ROADMAP_PART,
                        "Start_SchoolYear"),
                new Way(
                        "one listener of the start deleted",
                        MASTER,
                        m -> m.unlisten("lookUpPassedTerms"),
                        ROADMAP_PART,
                        "Start_SchoolYear"),
                new Way(
                        "«Подтвердить сроки года» deleted",
                        MASTER,
                        m -> m.delete("Task_ConfirmTerms"),
                        ROADMAP_PART,
                        "Start_SchoolYear"),
                new Way(
                        "form of the start deleted",
                        MASTER,
                        m -> m.attribute("Start_SchoolYear", "camunda:formRef", null),
                        ROADMAP_PART,
                        "Start_SchoolYear"),
                new Way(
                        "completion deleted",
                        MASTER,
                        m -> m.unlisten("completeProgramme"),
                        ROADMAP_PART,
                        "End_SchoolYear"),
                new Way(
                        "end drawn anew",
                        MASTER,
                        m -> m.delete("End_SchoolYear")
                                .draw("endEvent", "Event_03qguuc", "Год закончен", "Start_SchoolYear")
                                .arrow("Gateway_StagesJoin", "Event_03qguuc"),
                        ROADMAP_PART,
                        "Event_03qguuc"),
                new Way(
                        "row that a stage closes by deleted",
                        WORK,
                        m -> m.delete("Activity_FinalMeeting"),
                        ROADMAP_PART,
                        "Start_Work"),
                new Way(
                        "number of the row that a stage closes by deleted",
                        WORK,
                        m -> m.property("Activity_FinalMeeting", "roadmapItem", null),
                        ROADMAP_PROPERTY,
                        "Activity_FinalMeeting"),
                new Way(
                        "number of the row that a stage closes by changed",
                        WORK,
                        m -> m.property("Activity_FinalMeeting", "roadmapItem", "000-6.1.9"),
                        ROADMAP_PART,
                        "Start_Work"),
                new Way(
                        "closing not computed",
                        WORK,
                        m -> m.unlisten("lookUpClosing"),
                        UNKNOWN_VARIABLE,
                        "Boundary_WorkTermPassed"));
    }

    private static List<Way> stages() {
        return List.of(
                new Way(
                        "roadmap that cannot be started",
                        MASTER,
                        m -> m.attribute("target-model", "camunda:isStartableInTasklist", "false"),
                        ROADMAP_OFFERED,
                        "target-model"),
                new Way(
                        "stage offered as a roadmap",
                        CONDITIONS,
                        m -> m.attribute("target-model-1-conditions", "camunda:isStartableInTasklist", null),
                        ROADMAP_OFFERED,
                        "target-model-1-conditions"),
                new Way(
                        "two stages of one number",
                        MASTER,
                        m -> m.property("Activity_Mentors", "roadmapStage", "2"),
                        ROADMAP_STAGE,
                        "Activity_Mentors"),
                new Way(
                        "stage without a number",
                        MASTER,
                        m -> m.property("Activity_Mentors", "roadmapStage", null),
                        ROADMAP_STAGE,
                        "Activity_Mentors"),
                new Way(
                        "stage without a template and a number",
                        MASTER,
                        m -> m.property("Activity_Mentors", "roadmapStage", null)
                                .attribute("Activity_Mentors", "camunda:modelerTemplate", null),
                        ROADMAP_STAGE,
                        "Activity_Mentors"),
                new Way(
                        "number of a stage that is none",
                        MASTER,
                        m -> m.property("Activity_Mentors", "roadmapStage", "третий"),
                        ROADMAP_STAGE,
                        "Activity_Mentors"),
                new Way(
                        "stage that calls a block",
                        MASTER,
                        m -> m.attribute("Activity_Mentors", "calledElement", "activity"),
                        ROADMAP_STAGE,
                        "Activity_Mentors"),
                new Way(
                        "two stages of one process",
                        MASTER,
                        m -> m.attribute("Activity_Mentors", "calledElement", "target-model-2-mentees"),
                        ROADMAP_STAGE,
                        "Activity_Mentors"),
                new Way(
                        "stage deleted that others wait for",
                        MASTER,
                        m -> m.delete("Activity_Mentors"),
                        ROADMAP_NEEDS,
                        "target-model"),
                new Way(
                        "stage behind another one that waits for it",
                        MASTER,
                        m -> m.cut("Flow_ToMentors")
                                .cut("Flow_SelectionTrainingFinished")
                                .arrow("Activity_SelectionTraining", "Activity_Mentors"),
                        ROADMAP_NEEDS,
                        "target-model"),
                new Way(
                        "stage that calls its roadmap",
                        MASTER,
                        m -> m.attribute("Activity_Mentors", "calledElement", "target-model"),
                        CALL_CIRCLE,
                        "Activity_Mentors"),
                new Way(
                        "stage without rows",
                        "target-model-3-mentors.bpmn",
                        m -> m.delete("SubProcess_CollectMentorsData").delete("SubProcess_FormMentorsRegister"),
                        ROADMAP_STAGE,
                        "target-model-3-mentors"));
    }

    private static List<Way> harmless() {
        return List.of(
                new Way("nothing changed", MASTER, m -> m, null, null),
                new Way(
                        "fork joined by an inclusive gateway, which waits for all that comes",
                        CONDITIONS,
                        m -> m.turn("Gateway_InformAudiencesJoin", "inclusiveGateway"),
                        null,
                        null),
                new Way(
                        "exclusive ways joined by an inclusive gateway, which waits for the one that comes",
                        PAIRS,
                        m -> m.turn("Gateway_PairsDealtWith", "inclusiveGateway"),
                        null,
                        null),
                new Way(
                        "questionnaire of one's own, which is its title",
                        PAIRS,
                        m -> m.handIn("Activity_Preferences", "questionnaire", "our-own"),
                        null,
                        null),
                new Way(
                        "term in the words of the paper",
                        CONDITIONS,
                        m -> m.property("Activity_PublishOnSite", "roadmapStart", null)
                                .property("Activity_PublishOnSite", "roadmapDue", "15 октября"),
                        null,
                        null),
                new Way(
                        "number as the paper prints it",
                        CONDITIONS,
                        m -> m.property("Activity_PublishOnSite", "roadmapItem", "1.2.5"),
                        null,
                        null),
                new Way(
                        "numbers of a stage that others wait for as the paper prints them",
                        WORK,
                        m -> m.replace("000-6.", "6."),
                        null,
                        null),
                new Way(
                        "number of the row that a stage closes by as the paper prints it",
                        WORK,
                        m -> m.property("Activity_FinalMeeting", "roadmapItem", "6.1.5"),
                        null,
                        null),
                new Way(
                        "row that several do at once, as many as it says",
                        CONDITIONS,
                        m -> m.mark("Activity_PublishOnSite", "multiInstanceLoopCharacteristics"),
                        null,
                        null),
                new Way(
                        "row without a term",
                        CONDITIONS,
                        m -> m.property("Activity_PublishOnSite", "roadmapStart", null)
                                .property("Activity_PublishOnSite", "roadmapDue", null),
                        null,
                        null),
                new Way(
                        "responsible of a list of classes",
                        CONDITIONS,
                        m -> m.property("Activity_ClassHours", "roadmapResponsible", "curator"),
                        null,
                        null),
                new Way("row deleted", CONDITIONS, m -> m.delete("Activity_ClassHours"), null, null),
                new Way(
                        "ids of Modeler",
                        CONDITIONS,
                        m -> m.replace("Activity_PublishOnSite", "Activity_1axqyqj")
                                .replace("Gateway_ConditionsFork", "Gateway_0x1y2z3")
                                .replace("End_Conditions", "Event_03qguuc")
                                .replace("Start_Conditions", "StartEvent_1"),
                        null,
                        null),
                new Way(
                        "loop that a gateway asks about",
                        PAIRS,
                        m -> m.cut("Flow_MentorshipsStarted").arrow("Service_StartMentorships", "Gateway_PairsExist"),
                        null,
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void everyMistakeIsRefusedInOneLineWhereItIs(Way way) {
        byte[] edited = way.edit()
                .apply(new EditedModel(bytes(ROADMAP.resolve(way.file()))))
                .bytes();

        List<ModelProblem> problems =
                new ModelChecker().check(List.of(new ModelFile(way.file(), edited)), new Shipped());

        List<String> texts = problems.stream().map(ModelProblem::text).toList();
        if (way.rule() == null) {
            assertThat(texts).isEmpty();
            return;
        }
        assertThat(problems).as("%s", texts).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo(way.rule());
            assertThat(problem.elementId()).isEqualTo(way.element());
        });
        assertThat(texts.get(0)).doesNotContain("roadmapDue", "roadmapItem", "roadmapStart", "roadmapResponsible");
    }

    /** What the policy of matching would fail on when somebody looks for pairs. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <text>0</text>           | <text>много</text>    | LiteralExpression_FormWeight
                    <text>0</text>           | <text>"3"</text>      | LiteralExpression_FormWeight
                    <text>"hard"</text>      | <text>"строго"</text> | LiteralExpression_FormKind
                    <text>"ROLE_MODEL"</text>| <text>"FORM"</text>   | DecisionRule_RoleModel
                    """)
    void aTableWithAWrongCellIsRefused(String old, String now, String element) {
        assertThat(checkPolicy(old, now)).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo(TABLE_ROW);
            assertThat(problem.elementId()).isEqualTo(element);
        });
    }

    /** What people do to a table who do not know that code asks it: translate, delete, rename, choose another policy. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <text>"FORM"</text>      | <text>"ФОРМА"</text>      | UnaryTests_Form | зовутся так, как их спрашивают, и переводить их нельзя. Нет строки: «FORM».
                    <text>"FORM"</text>      | <text>"form"</text>       | UnaryTests_Form | слова «form» система не знает
                    <text>"FORM"</text>      | <text>"FORM "</text>      | UnaryTests_Form | Нет строки: «FORM».
                    <text>"FORM"</text>      | <text>"FORM","СВОЁ"</text>| UnaryTests_Form | слова «СВОЁ» система не спрашивает. Удалите эту строку или напишите одно из: «FORM», «ROLE_MODEL»
                    <text>"FORM"</text>      | <text></text>             | matching-policy | нет строки: «FORM»
                    <text>"FORM"</text>      | <text>not("FORM")</text>  | matching-policy | на одно слово отвечают несколько строк
                    <text>5</text>           | <text>-5</text>           | matching-policy | на «REQUESTS» таблица отвечает в столбце «weight» не числом
                    <text>"hard"</text>      | <text></text>             | matching-policy | на «FORM» таблица отвечает в столбце «kind» не тем, что система знает, а это «hard», «off», «soft»
                    name="kind"              | name="вид"                | matching-policy | Проверьте строки и имя столбца
                    name="weight"            | name="Output_Weight"      | matching-policy | «EARLIER_PAIR» таблица отвечает в столбце «weight» не числом от 0
                    <text>rule</text>        | <text>правило</text>      | matching-policy | таблица
                    hitPolicy="UNIQUE"       | hitPolicy="COLLECT" aggregation="SUM" | matching-policy | таблица не вычисляется
                    hitPolicy="UNIQUE"       | hitPolicy="PRIORITY"      | matching-policy | таблица не вычисляется
                    <decision id="matching-policy" | <decision id="Decision_0ab1cd2" | Decision_0ab1cd2 | таблицу «Decision_0ab1cd2» никто не спрашивает: система знает только «matching-policy»
                    """)
    void aTableThatCannotAnswerIsRefused(String old, String now, String element, String said) {
        assertThat(checkPolicy(old, now)).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo(ASKED_TABLE);
            assertThat(problem.elementId()).isEqualTo(element);
            assertThat(problem.text()).contains(said);
        });
    }

    /** Other policies that answer once are as good. */
    @ParameterizedTest
    @ValueSource(strings = {"FIRST", "ANY", "RULE ORDER", "COLLECT"})
    void anotherPolicyThatAnswersOnceIsHarmless(String policy) {
        assertThat(checkPolicy("hitPolicy=\"UNIQUE\"", "hitPolicy=\"" + policy + "\""))
                .isEmpty();
    }

    @Test
    void aTableSavedUnderAnotherNameIsRefused() {
        byte[] table = bytes(Path.of("processes/decisions/matching-policy.dmn"));

        assertThat(new ModelChecker().check(List.of(new ModelFile("matching-policy-2.dmn", table)), new Shipped()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("Назовите его matching-policy.dmn"));
    }

    private static List<ModelProblem> checkPolicy(String old, String now) {
        String table = new String(bytes(Path.of("processes/decisions/matching-policy.dmn")), StandardCharsets.UTF_8);
        String edited = table.replaceFirst(java.util.regex.Pattern.quote(old), now == null ? "" : now);
        assertThat(edited).isNotEqualTo(table);
        return new ModelChecker()
                .check(
                        List.of(new ModelFile("matching-policy.dmn", edited.getBytes(StandardCharsets.UTF_8))),
                        new Shipped());
    }

    @Test
    void aFileSavedUnderAnotherNameIsRefused() {
        ModelFile file = new ModelFile("target-model-1-conditions-v2.bpmn", bytes(ROADMAP.resolve(CONDITIONS)));

        assertThat(new ModelChecker().check(List.of(file), new Shipped()))
                .extracting(ModelProblem::rule)
                .containsExactly(PROCESS_ID);
    }

    /** What one file lacks, another file of the same deployment may bring: a part moved to another stage is not missing. */
    @Test
    void aPartMayMoveToAnotherStage() {
        byte[] without = new EditedModel(bytes(ROADMAP.resolve(PAIRS)))
                .delete("Service_StartMentorships")
                .bytes();
        byte[] with = new EditedModel(bytes(ROADMAP.resolve(COMPLETION)))
                .replace("${closeMentorships}", "${startMentorships}")
                .bytes();

        assertThat(new ModelChecker()
                        .check(List.of(new ModelFile(PAIRS, without), new ModelFile(COMPLETION, with)), new Shipped()))
                .extracting(ModelProblem::rule, ModelProblem::elementId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ROADMAP_PART, "target-model-7-completion"));
    }

    /** A gateway that has no name is found by what stands before it. */
    @Test
    void whatHasNoNameIsNamedByItsPlace() {
        byte[] edited = new EditedModel(bytes(ROADMAP.resolve(CONDITIONS)))
                .turn("Gateway_InformAudiencesJoin", "exclusiveGateway")
                .bytes();

        assertThat(new ModelChecker().check(List.of(new ModelFile(CONDITIONS, edited)), new Shipped()))
                .extracting(ModelProblem::elementName)
                .containsExactly("слияние перед «Аудитории извещены»");
    }

    /** The panel has a field «Нужен протокол» for a property that is called as this value is. */
    @Test
    void whatSomebodyWroteIsToldAsItStands() {
        byte[] edited = new EditedModel(bytes(ROADMAP.resolve(CONDITIONS)))
                .replace(
                        "sourceExpression=\"order-implementation\" target=\"documentType\"",
                        "sourceExpression=\"protocol\" target=\"documentType\"")
                .replace(
                        "name=\"roadmapResponsible\" value=\"site-editor\"",
                        "name=\"roadmapResponsible\" value=\"publisher\"")
                .bytes();

        assertThat(new ModelChecker().check(List.of(new ModelFile(CONDITIONS, edited)), new Shipped()))
                .extracting(ModelProblem::advice)
                .satisfiesExactlyInAnyOrder(
                        advice -> assertThat(advice).contains("«Вид документа»", "«protocol»"),
                        advice -> assertThat(advice).contains("«Ответственные»", "«publisher»"));
    }

    /** What ships is in force, and the blocks have the choices that the application has. */
    private static final class Shipped implements ModelContext {
        private final KnownNames names = ModelConventionsTest.APPLICATION;

        @Override
        public boolean beanExists(String name) {
            return names.beanExists(name);
        }

        @Override
        public boolean isTaken(String name) {
            return names.isTaken(name);
        }

        @Override
        public boolean formExists(String key) {
            try (Stream<Path> files = Files.walk(Path.of("forms"))) {
                return files.anyMatch(file -> file.getFileName().toString().equals(key + ".form"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean processExists(String key) {
            return IN_FORCE.containsKey(key);
        }

        @Override
        public Map<String, BpmnModelInstance> models() {
            return IN_FORCE;
        }

        @Override
        public Optional<Set<String>> choices(String block, String input) {
            return names.choices(block, input);
        }

        @Override
        public List<AskedTable> tables() {
            return names.tables();
        }

        @Override
        public boolean roleExists(String id) {
            return names.roleExists(id);
        }

        @Override
        public boolean runsTheInstallation(String role) {
            return names.runsTheInstallation(role);
        }

        @Override
        public boolean pageExists(String path) {
            return names.pageExists(path);
        }
    }

    private static Map<String, BpmnModelInstance> inForce() {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            Map<String, BpmnModelInstance> models = new HashMap<>();
            files.filter(file -> file.toString().endsWith(".bpmn"))
                    .forEach(file -> models.put(
                            FileNames.stem(file.toString()),
                            Bpmn.readModelFromStream(new ByteArrayInputStream(bytes(file)))));
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
