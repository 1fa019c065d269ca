package org.mentoringroadmap.document.process;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.DocumentKind;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.OwnKind;
import org.mentoringroadmap.document.draft.PrintableForms;
import org.mentoringroadmap.roadmap.ModelFault;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.NewestModels;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Puts the blank of an activity among the documents of its programme. */
@Component("prepareBlank")
class PrepareBlank implements JavaDelegate {
    private final PrintableForms forms;
    private final DocumentKinds kinds;
    private final NewestModels models;

    PrepareBlank(PrintableForms forms, DocumentKinds kinds, NewestModels models) {
        this.forms = forms;
        this.kinds = kinds;
        this.models = models;
    }

    @Override
    public void execute(DelegateExecution execution) {
        forms.prepareBlank(
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                kind(execution));
    }

    /** What the block was called with; where there is no such blank any more, what the corrected model says today. */
    private DocumentKind kind(DelegateExecution execution) {
        String asked = DocumentVariables.BLANK_KIND.from(execution::getVariable);
        return Stream.concat(Stream.of(asked), askedToday(execution).stream())
                .flatMap(id -> blank(id).stream())
                .findFirst()
                .orElseThrow(() -> new ModelFault(
                        "model.fault.blankKind",
                        BlockVariables.ROADMAP_ITEM.find(execution::getVariable).orElse("–"),
                        BlockVariables.TITLE.find(execution::getVariable).orElse("–"),
                        asked,
                        Stream.concat(
                                        PrintableForms.BLANKS.stream().map(DocumentType::id),
                                        kinds.own().stream()
                                                .filter(kind -> kind.kind().isPrintable())
                                                .map(OwnKind::getId))
                                .sorted()
                                .collect(Collectors.joining(", "))));
    }

    private Optional<DocumentKind> blank(String id) {
        return kinds.findToMake(id).filter(DocumentKind::isPrintable);
    }

    private Optional<String> askedToday(DelegateExecution execution) {
        return Optional.ofNullable(execution.getProcessInstance().getSuperExecution())
                .map(DelegateExecution::getBpmnModelElementInstance)
                .flatMap(models::newest)
                .map(element -> ModelProperties.of(element).get(ModelProperties.BLANK_KIND));
    }
}
