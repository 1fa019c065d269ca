package org.mentoringroadmap.platform.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.CompositeDbHistoryEventHandler;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;

/**
 * Records what people do past our pages, in the engine's webapps or by its REST: to accounts, roles and rights, and that
 * they delete deployments. The engine's own log of operations tells of it inside the transaction of the command; what our
 * services do with the rights of the application is not in that log, they record it themselves.
 */
final class EngineActs extends CompositeDbHistoryEventHandler {
    private static final String WORD = "[A-Za-z0-9_.-]{1,64}";

    private final AuditTrail trail;

    EngineActs(AuditTrail trail) {
        this.trail = trail;
    }

    /** Of one operation at a time; it comes as an event for each of its properties. */
    @Override
    public void handleEvents(List<HistoryEvent> events) {
        super.handleEvents(events);
        UserOperationLogEntryEventEntity operation = null;
        Map<String, String> changes = new HashMap<>();
        for (HistoryEvent event : events) {
            if (event instanceof UserOperationLogEntryEventEntity entry) {
                operation = entry;
                changes.put(
                        entry.getProperty(), entry.getNewValue() != null ? entry.getNewValue() : entry.getOrgValue());
            }
        }
        if (operation != null) {
            event(operation, changes).ifPresent(trail::record);
        }
    }

    private static Optional<AuditEvent> event(UserOperationLogEntryEventEntity operation, Map<String, String> changes) {
        String how = operation.getOperationType();
        boolean deleted = UserOperationLogEntry.OPERATION_TYPE_DELETE.equals(how);
        String login = word(changes.get("userId"));
        return switch (operation.getEntityType()) {
            case EntityTypes.DEPLOYMENT ->
                deleted
                        ? Optional.of(AuditEvent.of(AuditAct.MODELS_UNDEPLOYED, operation.getDeploymentId()))
                        : Optional.empty();
            case EntityTypes.USER ->
                Optional.of(about(AuditAct.ACCOUNT_CHANGED, login).fact("how", how));
            case EntityTypes.GROUP_MEMBERSHIP ->
                Optional.of(about(deleted ? AuditAct.ROLE_TAKEN : AuditAct.ROLE_GIVEN, login)
                        .fact(deleted ? "taken" : "given", word(changes.get("groupId"))));
            case EntityTypes.TENANT_MEMBERSHIP, EntityTypes.GROUP, EntityTypes.TENANT, EntityTypes.AUTHORIZATION ->
                Optional.of(about(AuditAct.RIGHTS_CHANGED, login)
                        .fact("how", how)
                        .fact("group", word(changes.get("groupId")))
                        .fact("school", word(changes.get("tenantId"))));
            default -> Optional.empty();
        };
    }

    /** Rights may be given to everybody, which is a star. */
    private static String word(String value) {
        return value != null && value.matches(WORD) ? value : null;
    }

    private static AuditEvent about(AuditAct act, String login) {
        return login == null ? AuditEvent.of(act) : AuditEvent.of(act, login);
    }
}
