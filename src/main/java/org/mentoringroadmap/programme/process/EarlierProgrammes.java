package org.mentoringroadmap.programme.process;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives programmes of releases that kept no editions the one by which they have gone so far. */
@Component
class EarlierProgrammes {
    private final Editions editions;
    private final HistoryService history;
    private final SystemAuthority system;

    EarlierProgrammes(Editions editions, HistoryService history, SystemAuthority system) {
        this.editions = editions;
        this.history = history;
        this.system = system;
    }

    /** After the shipped models are brought in: what the programme has not begun takes what this release brings. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(11)
    @Transactional
    public void keepEditions() {
        editions.withoutEdition().forEach(programme -> editions.keepBegun(programme, begun(programme)));
    }

    /** The definitions of what has begun; of a process that began several times the one that began last. */
    private Map<String, String> begun(Programme programme) {
        return system.get(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(programme.id()))
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .collect(Collectors.toMap(
                        HistoricProcessInstance::getProcessDefinitionKey,
                        HistoricProcessInstance::getProcessDefinitionId,
                        (first, other) -> first)));
    }
}
