package org.mentoringroadmap.platform.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.mentoringroadmap.platform.MentoringProperties;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.platform.account.SignInLimits;
import org.mentoringroadmap.platform.deploy.DeploymentValidator;
import org.mentoringroadmap.platform.deploy.RecordedDeployments;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.PasswordRule;
import org.mentoringroadmap.school.PsychologistAccess;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.support.SimpleTransactionScope;

/** How the engine is set up beyond what properties can say. */
@Configuration(proxyBeanMethods = false)
class EngineSettings {
    /** Scope of beans that live as long as the running transaction. */
    static final String TRANSACTION = "transaction";

    @Bean
    static CustomScopeConfigurer transactionScope() {
        CustomScopeConfigurer scopes = new CustomScopeConfigurer();
        scopes.addScope(TRANSACTION, new SimpleTransactionScope());
        return scopes;
    }

    /** Terms in models are parsed in the zone of the JVM, so the JVM gets the installation's. */
    @Bean
    Clock clock(MentoringProperties properties) {
        TimeZone.setDefault(TimeZone.getTimeZone(properties.timeZone()));
        return new EngineClock(properties.timeZone());
    }

    @Bean
    AbstractProcessEnginePlugin settingsPlugin(
            Clock clock,
            TenantIdProvider schools,
            ResourceAuthorizationProvider grants,
            PasswordEncryptor passwords,
            StoredPasswords stored,
            SignInLimits signIns,
            AccountSafeguards safeguards,
            @Lazy PasswordRule passwordRule,
            UserInputInterceptor userInput,
            CollidingPeople colliding,
            ReservedCommands reserved,
            DeploymentValidator models,
            @Qualifier(RecordedDeployments.AFTER_DEPLOYMENT) List<Deployer> deployments,
            AuditTrail trail,
            ListedExpressions expressions,
            FollowUpJob followUps,
            FailureTexts failures,
            List<BpmnParseListener> parsing,
            @Lazy Editions editions,
            ObjectProvider<PsychologistAccess> psychologists,
            ObjectProvider<OwnRoles> ownRoles,
            @Lazy MessageSource messages) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomHistoryLevels(new ArrayList<>(List.of(new FlagsOnlyHistoryLevel())));
                engine.setTenantIdProvider(schools);
                engine.setResourceAuthorizationProvider(grants);
                engine.setPasswordEncryptor(passwords);
                engine.setLoginMaxAttempts(Integer.MAX_VALUE); // a lock for ever would be anybody's to lay on
                engine.setAdminGroups(new ArrayList<>(List.of(Role.ADMINISTRATOR.id())));
                engine.setCustomPreCommandInterceptorsTxRequired(
                        new ArrayList<>(List.of(userInput, colliding, reserved)));
                engine.setCustomPreDeployers(new ArrayList<>(List.of(models)));
                engine.setCustomPostDeployers(new ArrayList<>(deployments));
                engine.setCustomPostBPMNParseListeners(joined(engine.getCustomPostBPMNParseListeners(), parsing));
                engine.setHistoryEventProducer(new NamelessJobLog(failures));
                engine.setHistoryEventHandler(new EngineActs(trail));
                engine.setExpressionManager(expressions);
                NoCode.in(engine);
                engine.setCustomJobHandlers(new ArrayList<>(List.of(followUps)));
                engine.setFailedJobCommandFactory(new JobFailures(failures));
                engine.setRepositoryService(new GuardedRepositoryService(editions::uses));
                engine.setTaskService(new GuardedTaskService());
                engine.setFormService(new GuardedFormService());
                engine.setIdentityService(
                        new GuardedIdentityService(stored, signIns, safeguards, psychologists, ownRoles, messages));
                engine.setEnablePasswordPolicy(true);
                engine.setPasswordPolicy(() -> List.of(new OwnPasswordRule(engine.getIdentityService(), passwordRule)));
            }
        };
    }

    /** Other plugins may have brought listeners before. */
    private static <T> List<T> joined(List<T> before, List<T> own) {
        List<T> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
        all.addAll(own);
        return all;
    }
}
