package org.mentoringroadmap.platform.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.DefaultArtifactFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.mentoringroadmap.roadmap.language.DecisionLanguage;

/**
 * The ways in which the engine would run code that a model brings, all closed: scripts, classes named in a model, decisions
 * (ours are computed beside the engine). The check before a deployment refuses such models; this holds for what was deployed
 * before there was one.
 */
final class NoCode {
    private NoCode() {}

    static void in(ProcessEngineConfigurationImpl engine) {
        engine.setScriptEngineResolver(new NoScripts());
        engine.setArtifactFactory(new DefaultArtifactFactory() {
            @Override
            public <T> T getArtifact(Class<T> type) {
                throw new ProcessEngineException("Classes are not made for models: " + type.getName());
            }
        });
        DefaultDmnEngineConfiguration decisions = DecisionLanguage.configuration();
        decisions.setFeelEngineFactory(NoDecisions::new);
        engine.setDmnEngineConfiguration(decisions);
    }

    /** Knows no language. */
    private static final class NoScripts implements ScriptEngineResolver {
        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            // Languages that libraries bring along are left out.
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            return null;
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            return null;
        }
    }

    /** Decides nothing. */
    private static final class NoDecisions implements FeelEngine {
        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            throw refusal();
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext variables) {
            throw refusal();
        }

        private static FeelException refusal() {
            return new FeelException("Decisions are not computed by the process engine");
        }
    }
}
