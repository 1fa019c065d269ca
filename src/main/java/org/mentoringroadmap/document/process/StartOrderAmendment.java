package org.mentoringroadmap.document.process;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.document.amendment.OrderAmendments;
import org.mentoringroadmap.programme.ProgrammeKey;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Says what the amending order is about, until when and whose it is; a start for another school's programme leaves nothing. */
@Component("startOrderAmendment")
class StartOrderAmendment implements ExecutionListener {
    private final OrderAmendments amendments;

    StartOrderAmendment(OrderAmendments amendments) {
        this.amendments = amendments;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Long programmeId = ProgrammeKey.of(execution.getProcessBusinessKey());
        OrderAmendments.Request request = amendments.request(programmeId, execution.getTenantId());
        int firstYear = request.programme().schoolYear().firstYear();
        BlockVariables.PROGRAMME_ID.to(execution::setVariable, String.valueOf(programmeId));
        BlockVariables.FIRST_YEAR.to(execution::setVariable, String.valueOf(firstYear));
        BlockVariables.SECOND_YEAR.to(execution::setVariable, String.valueOf(firstYear + 1));
        BlockVariables.ROADMAP_ITEM.to(execution::setVariable, request.item().orElse(null));
        BlockVariables.START.to(execution::setVariable, request.start().toString());
        BlockVariables.DUE.to(execution::setVariable, request.due().toString());
        BlockVariables.RESPONSIBLE.to(
                execution::setVariable,
                request.responsible().stream().map(Role::id).sorted().collect(Collectors.joining(",")));
        DocumentVariables.DOCUMENT_TYPE.to(
                execution::setVariable, request.type().id());
    }
}
