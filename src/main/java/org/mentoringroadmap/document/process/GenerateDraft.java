package org.mentoringroadmap.document.process;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.mentoringroadmap.document.DocumentKind;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentText;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.roadmap.ModelFault;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.NewestModels;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.ProcessVariable;
import org.springframework.stereotype.Component;

/**
 * Makes the draft of the document that the block is asked for. What the document says stands on the element of the stage
 * that calls the block, and is read from there: it is no variable of the process.
 */
@Component("generateDraft")
class GenerateDraft implements JavaDelegate {
    private final Drafts drafts;
    private final DocumentKinds kinds;
    private final NewestModels models;
    private final OwnRoles roles;

    GenerateDraft(Drafts drafts, DocumentKinds kinds, NewestModels models, OwnRoles roles) {
        this.drafts = drafts;
        this.kinds = kinds;
        this.models = models;
        this.roles = roles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<FlowElement> caller = Optional.ofNullable(
                        execution.getProcessInstance().getSuperExecution())
                .map(DelegateExecution::getBpmnModelElementInstance);
        Optional<FlowElement> row = row(execution).or(() -> caller);
        DocumentKind kind = kind(execution, Stream.of(caller, row).flatMap(Optional::stream));
        DocumentVariables.DOCUMENT_TYPE.to(execution::setVariable, kind.id());
        Long id = drafts.generate(new DocumentRequest(
                kind,
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.find(execution::getVariable).orElse(null),
                BlockVariables.TITLE.find(execution::getVariable).orElse(null),
                execution.getProcessInstanceId(),
                says(execution, BlockVariables.PART, "true") ? DocumentRequest.PART : null,
                roles.rights(DocumentVariables.responsible(execution)),
                row.map(element -> text(execution, element)).orElse(DocumentText.NONE)));
        DocumentVariables.DOCUMENT_ID.to(execution::setVariable, id);
    }

    /** The element of the stage that the document is for; between it and this block there may be another block. */
    private static Optional<FlowElement> row(DelegateExecution execution) {
        return Stream.iterate(
                        execution.getProcessInstance().getSuperExecution(),
                        Objects::nonNull,
                        caller -> caller.getProcessInstance().getSuperExecution())
                .map(DelegateExecution::getBpmnModelElementInstance)
                .filter(element -> ModelProperties.item(element).isPresent())
                .findFirst();
    }

    /** What the block was called with; where that cannot be made, what the corrected model says today. */
    private DocumentKind kind(DelegateExecution execution, Stream<FlowElement> callers) {
        String asked =
                DocumentVariables.DOCUMENT_TYPE.find(execution::getVariable).orElse("");
        Set<String> known = kinds.carriedOutByApproval();
        return Stream.concat(
                        Stream.of(asked),
                        callers.flatMap(element -> models.newest(element).stream())
                                .flatMap(GenerateDraft::askedBy))
                .filter(id -> known.contains(id)
                        || DocumentType.of(id).filter(DocumentType::amends).isPresent())
                .findFirst()
                .flatMap(kinds::findToMake)
                .map(kind -> says(execution, DocumentVariables.OUTGOING, "true")
                        ? kind.outgoing(!says(execution, DocumentVariables.HEAD_APPROVES, "false"))
                        : kind)
                .orElseThrow(() -> new ModelFault(
                        "model.fault.documentType",
                        BlockVariables.ROADMAP_ITEM.find(execution::getVariable).orElse("–"),
                        BlockVariables.TITLE.find(execution::getVariable).orElse("–"),
                        asked,
                        String.join(", ", known)));
    }

    private static boolean says(DelegateExecution execution, ProcessVariable<String> variable, String value) {
        return variable.find(execution::getVariable).filter(value::equals).isPresent();
    }

    /** What is handed in, or is a parameter of the block between. */
    private static Stream<String> askedBy(FlowElement element) {
        return Stream.concat(
                        ModelProperties.handIns(element).stream()
                                .filter(in ->
                                        DocumentVariables.DOCUMENT_TYPE.name().equals(in.target()))
                                .map(ModelProperties.HandIn::sourceExpression),
                        Stream.of(ModelProperties.of(element))
                                .map(says -> says.get(DocumentVariables.DOCUMENT_TYPE.name())))
                .filter(Objects::nonNull);
    }

    private DocumentText text(DelegateExecution execution, FlowElement element) {
        DocumentText text = text(element);
        return text.fits()
                ? text
                : models.newest(element)
                        .map(GenerateDraft::text)
                        .filter(DocumentText::fits)
                        .orElseThrow(() -> new ModelFault(
                                "model.fault.documentText",
                                BlockVariables.ROADMAP_ITEM
                                        .find(execution::getVariable)
                                        .orElse("–"),
                                BlockVariables.TITLE
                                        .find(execution::getVariable)
                                        .orElse("–"),
                                String.valueOf(DocumentText.MAX_HEADING),
                                String.valueOf(DocumentText.MAX_ITEMS),
                                String.valueOf(DocumentText.MAX_APPENDICES)));
    }

    private static DocumentText text(FlowElement element) {
        Map<String, String> says = ModelProperties.of(element);
        return new DocumentText(
                says.get(ModelProperties.DOCUMENT_TITLE),
                ModelProperties.lines(says.get(ModelProperties.DOCUMENT_ITEMS)),
                ModelProperties.lines(says.get(ModelProperties.APPENDICES)));
    }
}
