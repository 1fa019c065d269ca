package org.mentoringroadmap.programme.process;

import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.ProcessVariable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The school is the tenant of every instance: a called process belongs to the caller's school, a new one to the starter's,
 * and one that the application starts itself to that of its programme.
 */
@Component
class SchoolTenants implements TenantIdProvider {
    /** Chosen school where the starting account has several; not needed otherwise. */
    static final ProcessVariable<String> SCHOOL_ID = ProcessVariable.text("schoolId");

    private final Programmes programmes;

    private final CurrentUser user;

    SchoolTenants(@Lazy Programmes programmes, @Lazy CurrentUser user) {
        this.programmes = programmes;
        this.user = user;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        Optional<String> programme = CurrentUser.SYSTEM.equals(user.login())
                ? BlockVariables.PROGRAMME_ID.find(context.getVariables()::get)
                : Optional.empty();
        if (programme.isPresent()) {
            return programmes.get(Long.valueOf(programme.get())).schoolId();
        }
        return programmes.schoolToStartIn(
                SCHOOL_ID.find(context.getVariables()::get).orElse(null));
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return context.getSuperExecution().getTenantId();
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }
}
