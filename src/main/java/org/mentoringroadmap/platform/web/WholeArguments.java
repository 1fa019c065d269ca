package org.mentoringroadmap.platform.web;

import java.beans.PropertyDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Keeps lists with holes from controllers: a list that stands in a parameter, or in a field of a form, holds what it says
 * and no nulls, which no service expects. Who sends such a list reads which parameter is wrong.
 */
@Configuration(proxyBeanMethods = false)
class WholeArguments {
    /** Whoever makes the adapter, and whatever resolves an argument. */
    @Bean
    static BeanPostProcessor argumentsAreChecked() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof RequestMappingHandlerAdapter adapter && adapter.getArgumentResolvers() != null) {
                    List<HandlerMethodArgumentResolver> checked = adapter.getArgumentResolvers().stream()
                            .<HandlerMethodArgumentResolver>map(Checked::new)
                            .toList();
                    adapter.setArgumentResolvers(checked);
                }
                return bean;
            }
        };
    }

    private static final class Checked implements HandlerMethodArgumentResolver {
        private static final Map<Class<?>, Map<String, Method>> LISTS = new ConcurrentHashMap<>();

        private final HandlerMethodArgumentResolver resolver;

        Checked(HandlerMethodArgumentResolver resolver) {
            this.resolver = resolver;
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return resolver.supportsParameter(parameter);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders)
                throws Exception {
            Object value = resolver.resolveArgument(parameter, container, request, binders);
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                refuseHoles(name(parameter), value);
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class) && value != null) {
                refuseHolesIn(value);
            }
            return value;
        }

        private static String name(MethodParameter parameter) {
            String given = parameter.getParameterAnnotation(RequestParam.class).name();
            return given.isEmpty() ? parameter.getParameterName() : given;
        }

        private static void refuseHolesIn(Object form) throws ReflectiveOperationException {
            Map<String, Method> readers = LISTS.computeIfAbsent(form.getClass(), Checked::listsOf);
            for (Map.Entry<String, Method> reader : readers.entrySet()) {
                try {
                    refuseHoles(reader.getKey(), reader.getValue().invoke(form));
                } catch (InvocationTargetException e) {
                    throw new IllegalStateException("A form cannot be read: " + reader.getKey(), e);
                }
            }
        }

        private static Map<String, Method> listsOf(Class<?> form) {
            Stream<Map.Entry<String, Method>> readers = form.isRecord()
                    ? Arrays.stream(form.getRecordComponents()).map(part -> Map.entry(part.getName(), part.getAccessor()))
                    : Arrays.stream(BeanUtils.getPropertyDescriptors(form))
                            .filter(property -> property.getReadMethod() != null)
                            .map((PropertyDescriptor property) -> Map.entry(property.getName(), property.getReadMethod()));
            return readers.filter(reader ->
                            Collection.class.isAssignableFrom(reader.getValue().getReturnType()))
                    .peek(reader -> reader.getValue().setAccessible(true))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        private static void refuseHoles(String name, Object value) {
            if (value instanceof Collection<?> list && list.stream().anyMatch(one -> one == null)) {
                throw new UserInputException("error.parameter", name);
            }
        }
    }
}
