package org.mentoringroadmap.document.process;

import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.GeneralKind;
import org.mentoringroadmap.document.OwnKind;
import org.mentoringroadmap.document.draft.PrintableForms;
import org.mentoringroadmap.roadmap.block.AddedChoices;
import org.mentoringroadmap.roadmap.block.BlockChoice;
import org.mentoringroadmap.roadmap.block.BlockParameter;
import org.mentoringroadmap.roadmap.block.ReliedOn;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the blocks that make documents can be called with. */
@Configuration(proxyBeanMethods = false)
class DocumentBlocks {
    private static final String UPWARD_REPORT = "upward-report";

    private static final Set<String> CONTROL_POINTS = Stream.concat(
                    Stream.of("year"),
                    Arrays.stream(Month.values()).map(month -> month.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());

    /** Others are made by blocks of their own. The kinds are asked when somebody deploys: a school adds some. */
    @Bean
    BlockChoice approvableDocuments(ObjectProvider<DocumentKinds> kinds) {
        return new BlockChoice(
                "document-approval",
                DocumentVariables.DOCUMENT_TYPE.name(),
                () -> kinds.getObject().carriedOutByApproval());
    }

    @Bean
    AddedChoices addedKinds(ObjectProvider<DocumentKinds> kinds) {
        return new AddedChoices(
                "document-approval",
                DocumentVariables.DOCUMENT_TYPE.name(),
                () -> kinds.getObject().own().stream()
                        .collect(Collectors.toMap(OwnKind::getId, OwnKind::title, (one, other) -> one, TreeMap::new)));
    }

    /** What leaves the school is of a general kind or one that was added: the others print what is nobody else's. */
    @Bean
    BlockParameter outgoingDocuments(ObjectProvider<DocumentKinds> kinds) {
        return new BlockParameter(
                UPWARD_REPORT,
                DocumentVariables.DOCUMENT_TYPE.name(),
                "choice",
                Set.of(GeneralKind.LETTER.id(), GeneralKind.INFORMATION_NOTE.id(), GeneralKind.REPORT.id()),
                id -> kinds.getObject().own().stream()
                        .anyMatch(
                                kind -> kind.getId().equals(id) && !kind.kind().isPrintable()));
    }

    @Bean
    BlockParameter approvalOfOutgoingDocuments() {
        return BlockParameter.choice(UPWARD_REPORT, DocumentVariables.HEAD_APPROVES.name(), Set.of("true", "false"));
    }

    @Bean
    AddedChoices addedOutgoingKinds(ObjectProvider<DocumentKinds> kinds) {
        return new AddedChoices(
                UPWARD_REPORT,
                DocumentVariables.DOCUMENT_TYPE.name(),
                () -> kinds.getObject().own().stream()
                        .filter(kind -> !kind.kind().isPrintable())
                        .collect(Collectors.toMap(OwnKind::getId, OwnKind::title, (one, other) -> one, TreeMap::new)));
    }

    @Bean
    BlockChoice monitoringKinds() {
        return new BlockChoice(
                "monitoring-cycle",
                DocumentVariables.MONITORING_KIND.name(),
                Arrays.stream(DocumentType.values())
                        .map(DocumentType::id)
                        .filter(id -> id.startsWith(GenerateReport.REPORT))
                        .map(id -> id.substring(GenerateReport.REPORT.length()))
                        .collect(Collectors.toSet()));
    }

    @Bean
    BlockChoice controlPoints() {
        return new BlockChoice("monitoring-cycle", BlockVariables.CONTROL_POINT.name(), CONTROL_POINTS);
    }

    @Bean
    BlockChoice eventKinds() {
        return new BlockChoice(
                "event",
                DocumentVariables.EVENT_KIND.name(),
                Set.of(
                        "pedagogical-council",
                        "administrative-meeting",
                        "student-conference",
                        "recruiting",
                        "group-meeting",
                        "final-event",
                        "seminar",
                        "round-table",
                        "working-group",
                        "parents-meeting",
                        "festival",
                        "other"));
    }

    @Bean
    BlockParameter plansOfPairs() {
        return BlockParameter.choice("pair-plans", DocumentVariables.PLAN_KIND.name(), PrintableForms.PLANS.keySet());
    }

    @Bean
    BlockParameter awardsOfRecognitions() {
        return BlockParameter.choice("recognition", DocumentVariables.AWARDS.name(), PrintableForms.AWARDS.keySet());
    }

    @Bean
    BlockParameter blanksOfActivities(ObjectProvider<DocumentKinds> kinds) {
        return blanks("form-activity", kinds);
    }

    @Bean
    BlockParameter blanksOfInterviews(ObjectProvider<DocumentKinds> kinds) {
        return blanks("candidate-interview", kinds);
    }

    /** Blanks that come with the product, and forms that a school has added. */
    private static BlockParameter blanks(String block, ObjectProvider<DocumentKinds> kinds) {
        return new BlockParameter(
                block,
                DocumentVariables.BLANK_KIND.name(),
                "choice",
                PrintableForms.BLANKS.stream().map(DocumentType::id).collect(Collectors.toSet()),
                id -> kinds.getObject().own().stream()
                        .anyMatch(kind -> kind.getId().equals(id) && kind.kind().isPrintable()));
    }

    @Bean
    AddedChoices addedBlanksOfActivities(ObjectProvider<DocumentKinds> kinds) {
        return addedBlanks("form-activity", kinds);
    }

    @Bean
    AddedChoices addedBlanksOfInterviews(ObjectProvider<DocumentKinds> kinds) {
        return addedBlanks("candidate-interview", kinds);
    }

    private static AddedChoices addedBlanks(String block, ObjectProvider<DocumentKinds> kinds) {
        return new AddedChoices(
                block,
                DocumentVariables.BLANK_KIND.name(),
                () -> kinds.getObject().own().stream()
                        .filter(kind -> kind.kind().isPrintable())
                        .collect(Collectors.toMap(OwnKind::getId, OwnKind::title, (one, other) -> one, TreeMap::new)));
    }

    @Bean
    BlockChoice recognitions() {
        return new BlockChoice("recognition", "recognitionKind", Set.of("letters", "contest"));
    }

    @Bean
    BlockChoice protocolOfAnEvent() {
        return new BlockChoice("event", "protocol", Set.of("true", "false"));
    }

    @Bean
    ReliedOn stepsOfAnApproval() {
        return new ReliedOn("document-approval", Set.of("Task_Approve", "Task_Register"));
    }

    @Bean
    ReliedOn protocolOfAnEventIsSigned() {
        return new ReliedOn("event", Set.of("Task_SignProtocol"));
    }

    @Bean
    ReliedOn protocolOfAJuryIsSigned() {
        return new ReliedOn("recognition", Set.of("Task_SignJuryProtocol"));
    }

    @Bean
    ReliedOn reportOfAMonitoringIsSigned() {
        return new ReliedOn("monitoring-cycle", Set.of("Task_SignReport"));
    }

    @Bean
    ReliedOn timesThatDocumentsCount() {
        return new ReliedOn("recurring-activity", Set.of("Task_RecordTime"));
    }

    @Bean
    ReliedOn answersOfACampaign() {
        return new ReliedOn("questionnaire-campaign", Set.of("Task_OpenCampaign", "Task_CloseCampaign"));
    }
}
