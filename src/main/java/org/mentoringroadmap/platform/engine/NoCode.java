package org.mentoringroadmap.platform.engine;

import java.util.regex.Pattern;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.DefaultArtifactFactory;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.impl.util.xml.Element;
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
        engine.setBpmnParseFactory(Classless::new);
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

    /**
     * Reads a model that names no class, in whatever attribute and namespace; any other one it does not read at all. Some
     * classes the engine makes while it reads, and past the factory of artifacts.
     */
    private static final class Classless extends BpmnParse {
        /** «class», and «formHandlerClass» and «variableMappingClass» of a task. */
        private static final Pattern CLASS = Pattern.compile("(?i)(.*:)?\\w*class");

        Classless(BpmnParser parser) {
            super(parser);
        }

        @Override
        protected void parseRootElement() {
            refuseClasses(rootElement);
            super.parseRootElement();
        }

        private static void refuseClasses(Element element) {
            boolean validator =
                    "constraint".equals(element.getTagName()) && "validator".equals(element.attribute("name"));
            if (validator
                    || element.attributes().stream()
                            .anyMatch(name -> CLASS.matcher(name).matches())) {
                throw new BpmnParseException("Classes are not made for models", element);
            }
            element.elements().forEach(Classless::refuseClasses);
        }
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
