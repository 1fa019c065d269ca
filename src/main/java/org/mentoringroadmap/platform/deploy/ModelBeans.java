package org.mentoringroadmap.platform.deploy;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.roadmap.language.Expressions;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** The few beans of the application that models may name: delegates, listeners, and what expressions may ask. */
@Component
public class ModelBeans {
    private static final List<Class<?>> CALLED =
            List.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class);

    private final BeanFactory beans;

    ModelBeans(BeanFactory beans) {
        this.beans = beans;
    }

    /** The bean of this name, where models may name it. */
    public Optional<Object> find(String name) {
        return isOffered(name) ? Optional.of(beans.getBean(name)) : Optional.empty();
    }

    /** Whether this is the bean of that name. */
    public boolean is(Object bean, String name) {
        return find(name).filter(found -> found == bean).isPresent();
    }

    /** Whether models may name a bean of this name. */
    boolean isOffered(String name) {
        return isTaken(name)
                && (Expressions.READS.containsKey(name)
                        || CALLED.stream().anyMatch(type -> beans.isTypeMatch(name, type)));
    }

    /** Whether any bean has this name. */
    boolean isTaken(String name) {
        return beans.containsBean(name);
    }
}
