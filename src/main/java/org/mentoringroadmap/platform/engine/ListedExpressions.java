package org.mentoringroadmap.platform.engine;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.mentoringroadmap.platform.deploy.ModelBeans;
import org.mentoringroadmap.roadmap.language.Expressions;
import org.springframework.stereotype.Component;

/**
 * Computes expressions, and in them nothing but what is listed: variables, the beans that models may name, the reads of
 * {@link Expressions}, and what the filters of Tasklist need. Every model is checked before it is deployed; this holds for
 * what was deployed before, and for the filters, which nobody checks. Whatever else an expression asks for is unknown to
 * the engine, and what asked fails.
 */
@Component
class ListedExpressions extends JuelExpressionManager {
    private static final Set<String> FUNCTIONS = Set.of(
            CommandContextFunctions.CURRENT_USER,
            CommandContextFunctions.CURRENT_USER_GROUPS,
            DateTimeFunctions.NOW,
            DateTimeFunctions.DATE_TIME);

    private static final Class<?> DATE = DateTimeFunctions.dateTime().getClass();
    private static final Pattern OTHER_DATE = Pattern.compile("(plus|minus|with)[A-Z]\\w*");

    private final ModelBeans beans;

    ListedExpressions(ModelBeans beans) {
        this.beans = beans;
    }

    /** Functions that libraries bring along are left out. */
    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new Listed());
        return resolvers;
    }

    private final class Listed extends BeanELResolver {
        Listed() {
            super(true);
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base instanceof DelegateExecution execution && Expressions.BUSINESS_KEY.equals(property)) {
                context.setPropertyResolved(true);
                return execution.getProcessBusinessKey();
            }
            Optional<Object> bean = base == null ? beans.find(String.valueOf(property)) : Optional.empty();
            bean.ifPresent(found -> context.setPropertyResolved(true));
            return bean.orElse(null);
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            return isListed(base, String.valueOf(method), arguments)
                    ? super.invoke(context, base, method, types, arguments)
                    : null;
        }

        private boolean isListed(Object base, String method, Object[] arguments) {
            if (DATE.isInstance(base)) {
                return OTHER_DATE.matcher(method).matches();
            }
            return arguments.length == 1
                    && arguments[0] instanceof DelegateExecution
                    && Expressions.READS.entrySet().stream()
                            .filter(bean -> bean.getValue().contains(method))
                            .map(Map.Entry::getKey)
                            .anyMatch(name -> beans.is(base, name));
        }
    }
}
